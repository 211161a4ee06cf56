export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Little-endian; past 2^53 rounded, which no file reaches. */
export function uint64(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}
