import { malformed } from '../malformed.ts';
import { Opaque } from '../opaque.ts';
import type { PickleFunction, PickleValue } from '../pickle-value.ts';

/** Units of work a pickle may cost: some two million instructions. A full-size checkpoint's has 60,000. */
const WORK_LIMIT = 2 ** 26;

/** A pickle's stack, its marks and its memo (Python's pickletools documents the machine). */
export class PickleMachine {
  /** What a persistent id stands for: in torch's pickles, a storage. */
  readonly loadPersistent: (id: PickleValue) => PickleValue;
  readonly #stack: PickleValue[] = [];
  /** Heights of the stack; what lies under the last one is out of reach. */
  readonly #marks: number[] = [];
  readonly #memo = new Map<number, PickleValue>();
  #work = 0;

  constructor(loadPersistent: PickleMachine['loadPersistent']) {
    this.loadPersistent = loadPersistent;
  }

  /** @throws when the pickle costs more than any checkpoint does: it would fill the memory */
  spend(units: number): void {
    this.#work += units;
    if (this.#work > WORK_LIMIT) throw malformed('its pickle is too long for a checkpoint');
  }

  push(value: PickleValue): void {
    this.#stack.push(value);
  }

  pop(): PickleValue {
    const value = this.top();
    this.#stack.pop();
    return value;
  }

  top(): PickleValue {
    const value = this.#stack.at(-1);
    if (value === undefined || this.#stack.length === this.#marks.at(-1)) {
      throw malformed('its pickle uses values that it never made');
    }
    return value;
  }

  mark(): void {
    this.#marks.push(this.#stack.length);
  }

  /** Everything above the last mark, which goes with it. */
  popToMark(): PickleValue[] {
    const height = this.#marks.pop();
    if (height === undefined) throw malformed('its pickle uses a mark that it never set');
    return this.#stack.splice(height);
  }

  /** Drops the top value, or the mark if that was set last. */
  discard(): void {
    if (this.#stack.length === this.#marks.at(-1)) this.#marks.pop();
    else this.pop();
  }

  /** Keeps the top value in the memo. @param slot the next free one unless given */
  memoize(slot = this.#memo.size): void {
    this.#memo.set(slot, this.top());
  }

  recall(slot: number): void {
    const value = this.#memo.get(slot);
    if (value === undefined) throw malformed(`its pickle recalls slot ${slot}, which is empty`);
    this.push(value);
  }

  /** Pushes what the function makes of the arguments: another Opaque, where it is unknown. */
  call(callee: PickleValue | undefined, args: PickleValue): void {
    if (!Array.isArray(args)) throw malformed('its pickle calls a function without arguments');
    this.spendOn(args);
    if (isFunction(callee)) this.push(callee(args));
    else if (callee instanceof Opaque) this.push(new Opaque(callee.name));
    else throw malformed('its pickle calls what is no function');
  }

  /** Pays for one pass over each of the values, which may be the same long ones again and again. */
  spendOn(values: readonly PickleValue[]): void {
    for (const value of values) this.spend(1 + lengthOf(value));
  }
}

function isFunction(value: PickleValue | undefined): value is PickleFunction {
  return typeof value === 'function';
}

function lengthOf(value: PickleValue): number {
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  if (value instanceof Uint8Array) return value.length;
  return value instanceof Set || value instanceof Map ? value.size : 0;
}
