import { MalformedFile } from './malformed-file.ts';

/** One place in a JSON file: every step into it checks what stands there. */
export class JsonEntry {
  private readonly file: string;
  private readonly path: string;
  private readonly value: unknown;

  /** @param file its name, for messages */
  constructor(file: string, value: unknown, path = '') {
    this.file = file;
    this.value = value;
    this.path = path;
  }

  /** @throws MalformedFile when this is no object or lacks the key */
  get(key: string): JsonEntry {
    const entry = this.find(key);
    if (!entry) throw this.malformed(`lacks ${JSON.stringify(key)}`);
    return entry;
  }

  /**
   * As `get`, null for a key that is not there.
   * @throws MalformedFile when this is no object
   */
  find(key: string): JsonEntry | null {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw this.wrong('an object');
    }
    if (!Object.hasOwn(value, key)) return null;
    const path = /^\w+$/.test(key) && !/^\d/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
    const child: unknown = Reflect.get(value, key);
    return new JsonEntry(this.file, child, `${this.path}${path}`.replace(/^\./, ''));
  }

  isNull(): boolean {
    return this.value === null;
  }

  isArray(): boolean {
    return Array.isArray(this.value);
  }

  /** @throws MalformedFile when this is no array, or not of that length */
  items(length?: number): JsonEntry[] {
    const { value } = this;
    const fits = Array.isArray(value) && (length === undefined || value.length === length);
    if (!fits) throw this.wrong(length === undefined ? 'an array' : `an array of ${length}`);
    return value.map((item: unknown, i) => new JsonEntry(this.file, item, `${this.path}[${i}]`));
  }

  /** @throws MalformedFile when this is no finite number */
  number(): number {
    if (typeof this.value === 'number' && Number.isFinite(this.value)) return this.value;
    throw this.wrong('a number');
  }

  /** @throws MalformedFile when this is no array of that many finite numbers */
  numbers<N extends number>(length: N): Tuple<N> {
    const { value } = this;
    if (Array.isArray(value) && value.length === length && value.every(Number.isFinite)) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- checked in the line above
      return value as unknown as Tuple<N>;
    }
    throw this.wrong(`${length} numbers`);
  }

  /** @throws MalformedFile when this is neither text nor a number */
  text(): string {
    if (typeof this.value === 'string' || typeof this.value === 'number') return `${this.value}`;
    throw this.wrong('text');
  }

  /**
   * InterHand2.6M's files write flags bare or each in an array of its own.
   * @throws MalformedFile when this is neither true, false, 1 nor 0
   */
  flag(): boolean {
    const { value } = this;
    const bare: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
    if (bare === 1 || bare === true) return true;
    if (bare === 0 || bare === false) return false;
    throw this.wrong('0 or 1');
  }

  /** @throws MalformedFile when this is none of the words */
  oneOf<Word extends string>(words: readonly Word[]): Word {
    const word = words.find((candidate) => candidate === this.value);
    if (word !== undefined) return word;
    throw this.wrong(words.map((candidate) => JSON.stringify(candidate)).join(' or '));
  }

  /** What is wrong with this entry. */
  malformed(reason: string): MalformedFile {
    return new MalformedFile(this.file, this.path, reason);
  }

  private wrong(expected: string): MalformedFile {
    const text = JSON.stringify(this.value) ?? 'undefined';
    const found = text.length > 60 ? `${text.slice(0, 57)}…` : text;
    return this.malformed(`should be ${expected}, but is ${found}`);
  }
}

type Tuple<N extends number> = N extends 2
  ? readonly [number, number]
  : N extends 3
    ? readonly [number, number, number]
    : N extends 4
      ? readonly [number, number, number, number]
      : readonly number[];
