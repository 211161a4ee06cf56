import { malformed } from '../malformed.ts';

/** Each byte as the character of that number. */
export function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

/** Each character as the byte of that number. */
export function latin1Bytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0xff) throw malformed('bytes in it hold a character that is no byte');
    bytes[i] = code;
  }
  return bytes;
}
