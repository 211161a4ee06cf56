import type { ByteBuffer } from 'flatbuffers';

/** Size in bytes of a table, vector or string offset. */
const OFFSET_SIZE = 4;

/**
 * One FlatBuffers table read by field number, for schemas that no generated code is kept of.
 * Positions are bytes from the start of the buffer.
 */
export class FlatTable {
  readonly #buffer: ByteBuffer;
  readonly position: number;

  constructor(buffer: ByteBuffer, position: number) {
    this.#buffer = buffer;
    this.position = position;
  }

  /** The root table of a finished buffer. */
  static root(buffer: ByteBuffer): FlatTable {
    return new FlatTable(buffer, buffer.readInt32(0));
  }

  /** Position of the field itself, or null where the table leaves it out. */
  field(id: number): number | null {
    const vtable = this.position - this.#buffer.readInt32(this.position);
    // A vtable starts with its own size and the table's, two bytes each.
    const entry = 4 + 2 * id;
    if (entry >= this.#buffer.readUint16(vtable)) return null;
    const offset = this.#buffer.readUint16(vtable + entry);
    return offset === 0 ? null : this.position + offset;
  }

  /** Position of what an offset field points at: a table, or the length of a vector or string. */
  target(id: number): number | null {
    const at = this.field(id);
    return at === null ? null : at + this.#buffer.readUint32(at);
  }

  uint8(id: number): number {
    const at = this.field(id);
    return at === null ? 0 : this.#buffer.readUint8(at);
  }

  uint32(id: number): number {
    const at = this.field(id);
    return at === null ? 0 : this.#buffer.readUint32(at);
  }

  string(id: number): string | null {
    return this.target(id) === null ? null : new TextDecoder().decode(this.bytes(id));
  }

  table(id: number): FlatTable | null {
    const at = this.target(id);
    return at === null ? null : new FlatTable(this.#buffer, at);
  }

  /** Positions of the elements of a vector of `elementSize` bytes each; none where it is left out. */
  elements(id: number, elementSize: number): number[] {
    const start = this.target(id);
    if (start === null) return [];
    const length = this.#buffer.readInt32(start);
    return Array.from({ length }, (_, i) => start + OFFSET_SIZE + i * elementSize);
  }

  /** The tables of a vector of tables. */
  tables(id: number): FlatTable[] {
    return this.elements(id, OFFSET_SIZE).map(
      (at) => new FlatTable(this.#buffer, at + this.#buffer.readUint32(at)),
    );
  }

  floats(id: number): number[] {
    return this.elements(id, 4).map((at) => this.#buffer.readFloat32(at));
  }

  /** The bytes of a vector of ubyte, as a view. */
  bytes(id: number): Uint8Array {
    const start = this.target(id);
    if (start === null) return new Uint8Array();
    const first = start + OFFSET_SIZE;
    return this.#buffer.bytes().subarray(first, first + this.#buffer.readInt32(start));
  }
}
