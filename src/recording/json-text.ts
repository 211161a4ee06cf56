import { PoseStreamFailure } from './pose-stream-problem.ts';

/** One object of a pose stream as it stands in the file: a line of NDJSON, or an entry of `frames`. */
export interface JsonText {
  readonly bytes: Uint8Array;
  /** Of its first byte in the file. */
  readonly offset: number;
  /** Line of the file that it begins on, from 1. */
  readonly line: number;
  /** Where it stands inside that line's JSON, as in `frames[3]`; empty in NDJSON. */
  readonly path: string;
  /** Whether its end was seen; if not, the file may have been cut off in it. */
  readonly ended: boolean;
}

/** A frame of both hands with raw joints has some 6 KB; what is longer than this is none. */
export const LONGEST_TEXT = 2 ** 20;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text's value. @throws where it is no whole JSON */
export function parseText({ bytes }: Pick<JsonText, 'bytes'>): unknown {
  return JSON.parse(utf8.decode(bytes));
}

/** The beginning of a text whose end lies in a later chunk. */
export class UnfinishedText {
  #parts: Uint8Array[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /**
   * @param line where the text begins
   * @throws PoseStreamFailure bad-line when it grows longer than LONGEST_TEXT
   */
  add(part: Uint8Array, line: number): void {
    this.#parts.push(part);
    this.#length += part.length;
    if (this.#length <= LONGEST_TEXT) return;
    const expected = `at most ${LONGEST_TEXT} bytes`;
    throw new PoseStreamFailure({ type: 'bad-line', line, path: '', expected });
  }

  /** All of the text, given its last part; what is added next begins a new one. */
  finish(last: Uint8Array): Uint8Array {
    const whole = this.#length === 0 ? last : joined([...this.#parts, last]);
    this.#parts = [];
    this.#length = 0;
    return whole;
  }
}

/** The parts, one after the other. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
