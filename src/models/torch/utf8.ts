const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

/** The bytes as UTF-8 text, a byte order mark included. */
export function utf8(bytes: Uint8Array): string {
  return DECODER.decode(bytes);
}
