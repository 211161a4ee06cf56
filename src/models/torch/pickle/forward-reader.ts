import type { ByteSource } from '../../byte-source.ts';
import { cutOff, malformed } from '../malformed.ts';

const CHUNK_BYTES = 65_536;
const MAX_TAKE_BYTES = 64 * 1024 * 1024;
const MAX_LINE_BYTES = 65_536;
const LINE_END = 0x0a;

/** Reads a range of a file from front to back, holding one chunk of it. */
export class ForwardReader {
  readonly #source: ByteSource;
  readonly #end: number;
  #chunk = new Uint8Array(0);
  #chunkStart: number;
  #position: number;

  /** @param end first byte of the file that is not read */
  constructor(source: ByteSource, start: number, end: number) {
    this.#source = source;
    this.#end = end;
    this.#chunkStart = start;
    this.#position = start;
  }

  /** Where in the file the next byte lies. */
  get position(): number {
    return this.#position;
  }

  /** The next bytes, good until the next call. @throws when the range ends before, or they are absurdly many */
  async take(length: number): Promise<Uint8Array<ArrayBuffer>> {
    const from = this.#position;
    if (from + length > this.#end) {
      throw cutOff(`${length} bytes should follow byte ${from}, but it ends at byte ${this.#end}`);
    }
    if (length > MAX_TAKE_BYTES) throw malformed(`one value in it has ${length} bytes`);
    if (from + length > this.#chunkStart + this.#chunk.length) await this.#load(length);
    this.#position += length;
    return this.#chunk.subarray(from - this.#chunkStart, from - this.#chunkStart + length);
  }

  /** The bytes up to the next line feed, without it, good until the next call. */
  async takeLine(): Promise<Uint8Array<ArrayBuffer>> {
    const from = this.#position;
    const limit = Math.min(MAX_LINE_BYTES, this.#end - from);
    const length = (await this.take(limit)).indexOf(LINE_END);
    if (length < 0 && limit < MAX_LINE_BYTES) throw cutOff(`the line at byte ${from} has no end`);
    if (length < 0) throw malformed(`a line in it has more than ${limit} bytes`);
    this.#position = from + length + 1;
    return this.#chunk.subarray(from - this.#chunkStart, from - this.#chunkStart + length);
  }

  async #load(length: number): Promise<void> {
    const bytes = Math.min(Math.max(length, CHUNK_BYTES), this.#end - this.#position);
    this.#chunk = await this.#source.read(this.#position, bytes);
    this.#chunkStart = this.#position;
  }
}
