import type { ByteSource } from '../../byte-source.ts';
import { cutOff, malformed } from '../malformed.ts';

const CHUNK_BYTES = 65_536;
const MAX_TAKE_BYTES = 64 * 1024 * 1024;
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
    if (length > this.#ahead().length) await this.#load(length);
    const bytes = this.#ahead().subarray(0, length);
    this.#position += length;
    return bytes;
  }

  /** The bytes up to the next line feed, without it, good until the next call. */
  async takeLine(): Promise<Uint8Array<ArrayBuffer>> {
    if (!this.#ahead().includes(LINE_END)) await this.#load(CHUNK_BYTES);
    const length = this.#ahead().indexOf(LINE_END);
    if (length >= 0) return (await this.take(length + 1)).subarray(0, length);
    if (this.#end - this.#position > CHUNK_BYTES) throw malformed('a line in it is too long');
    throw cutOff(`the line at byte ${this.#position} has no end`);
  }

  /** What is held already of the bytes to come. */
  #ahead(): Uint8Array<ArrayBuffer> {
    return this.#chunk.subarray(this.#position - this.#chunkStart);
  }

  async #load(length: number): Promise<void> {
    const bytes = Math.min(Math.max(length, CHUNK_BYTES), this.#end - this.#position);
    this.#chunk = await this.#source.read(this.#position, bytes);
    this.#chunkStart = this.#position;
  }
}
