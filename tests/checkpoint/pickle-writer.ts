/** What the pickles of a checkpoint are made of. Whole numbers are ints, others floats. */
export type Pickled =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly Pickled[]
  | ReadonlyMap<Pickled, Pickled>
  | Special;

type Special =
  | { readonly type: 'tuple'; readonly items: readonly Pickled[] }
  | { readonly type: 'global'; readonly module: string; readonly name: string }
  | { readonly type: 'persistent'; readonly id: Pickled }
  /** `callable(...args)`, then filled with `items` and given `state`. */
  | {
      readonly type: 'reduced';
      readonly callable: Pickled;
      readonly args: Pickled;
      readonly items?: ReadonlyMap<Pickled, Pickled>;
      readonly state?: Pickled;
    };

export const tuple = (...items: Pickled[]): Special => ({ type: 'tuple', items });
export const global = (module: string, name: string): Special => ({ type: 'global', module, name });

/** A pickle of protocol 2, as Python's own pickler writes it for torch.save. */
export function pickle(value: Pickled): Uint8Array {
  const writer = new PickleWriter();
  writer.write(value);
  return writer.finish();
}

class PickleWriter {
  readonly #bytes: number[] = [0x80, 2];
  /** Strings and globals that came before, by their place in Python's memo. */
  readonly #memo = new Map<string, number>();
  #memoSize = 0;

  finish(): Uint8Array {
    return Uint8Array.from([...this.#bytes, ...ascii('.')]);
  }

  write(value: Pickled): void {
    if (value === null) this.#op('N');
    else if (typeof value === 'boolean') this.#bytes.push(value ? 0x88 : 0x89);
    else if (typeof value === 'string') this.#string(value);
    else if (typeof value === 'bigint') this.#long(value);
    else if (typeof value === 'number') this.#number(value);
    else if (value instanceof Map) this.#dict(value);
    else if (Array.isArray(value)) this.#list(value);
    else this.#special(value as Special);
  }

  #special(value: Special): void {
    switch (value.type) {
      case 'tuple':
        return this.#tuple(value.items);
      case 'global':
        return this.#once(`c${value.module}\n${value.name}\n`, ascii);
      case 'persistent':
        this.write(value.id);
        return this.#op('Q');
      case 'reduced':
        this.write(value.callable);
        this.write(value.args);
        this.#op('R');
        this.#put();
        if (value.items) this.#items(value.items);
        if (value.state === undefined) return;
        this.write(value.state);
        return this.#op('b');
    }
  }

  #dict(items: ReadonlyMap<Pickled, Pickled>): void {
    this.#op('}');
    this.#put();
    this.#items(items);
  }

  #items(items: ReadonlyMap<Pickled, Pickled>): void {
    if (items.size === 0) return;
    this.#op('(');
    for (const pair of items) pair.forEach((part) => this.write(part));
    this.#op('u');
  }

  #list(items: readonly Pickled[]): void {
    this.#op(']');
    this.#put();
    this.#op('(');
    items.forEach((item) => this.write(item));
    this.#op('e');
  }

  #tuple(items: readonly Pickled[]): void {
    if (items.length === 0) return this.#op(')');
    const short = items.length <= 3;
    if (!short) this.#op('(');
    items.forEach((item) => this.write(item));
    if (short) this.#bytes.push(0x84 + items.length);
    else this.#op('t');
    this.#put();
  }

  #string(value: string): void {
    this.#once(value, (text) => {
      const bytes = Buffer.from(text, 'utf8');
      return [...ascii('X'), ...little(bytes.length, 4), ...bytes];
    });
  }

  #number(value: number): void {
    if (!Number.isInteger(value)) {
      const float = Buffer.alloc(8);
      float.writeDoubleBE(value);
      this.#bytes.push(...ascii('G'), ...float);
    } else if (value >= 0 && value < 2 ** 8) this.#bytes.push(...ascii('K'), value);
    else if (value >= 0 && value < 2 ** 16) this.#bytes.push(...ascii('M'), ...little(value, 2));
    else this.#bytes.push(...ascii('J'), ...little(value, 4));
  }

  /** LONG1, for whole numbers from 0 on that no other opcode holds. */
  #long(value: bigint): void {
    const bytes: number[] = [];
    for (let rest = value; rest > 0n; rest >>= 8n) bytes.push(Number(rest & 255n));
    // The highest bit is the sign.
    if ((bytes.at(-1) ?? 0) > 127) bytes.push(0);
    this.#bytes.push(0x8a, bytes.length, ...bytes);
  }

  #once(value: string, encode: (value: string) => readonly number[]): void {
    const before = this.#memo.get(value);
    if (before === undefined) {
      this.#bytes.push(...encode(value));
      this.#memo.set(value, this.#memoSize);
      this.#put();
    } else if (before < 2 ** 8) this.#bytes.push(...ascii('h'), before);
    else this.#bytes.push(...ascii('j'), ...little(before, 4));
  }

  #put(): void {
    const place = this.#memoSize++;
    if (place < 2 ** 8) this.#bytes.push(...ascii('q'), place);
    else this.#bytes.push(...ascii('r'), ...little(place, 4));
  }

  #op(code: string): void {
    this.#bytes.push(...ascii(code));
  }
}

function ascii(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}

function little(value: number, bytes: number): number[] {
  return Array.from({ length: bytes }, (_, i) => Math.floor(value / 2 ** (8 * i)) & 255);
}
