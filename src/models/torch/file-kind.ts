import { uint64, viewOf } from './data-view.ts';
import { malformed } from './malformed.ts';
import { utf8 } from './utf8.ts';

/** How much of a file's start tells what it is, bytes. */
export const TELLING_BYTES = 512;

/** Which of torch.save's two formats a file that starts so has. @throws what it looks like instead */
export function checkpointFormat(head: Uint8Array<ArrayBuffer>, size: number): 'zip' | 'legacy' {
  if (startsWith(head, 'PK\x03\x04')) return 'zip';
  // A pickle of protocol 2 or later, or the format's magic number in protocol 0 or 1.
  if (head[0] === 0x80 || startsWith(head, 'L1195470371')) return 'legacy';
  throw malformed(lookOf(head, size));
}

function lookOf(head: Uint8Array<ArrayBuffer>, size: number): string {
  if (size === 0) return 'it is empty';
  if (startsWith(head, 'PK\x05\x06')) return 'it is an empty zip archive';
  if (startsWith(head, '\x1f\x8b')) return 'it is compressed with gzip; unpack it first';
  if (startsWith(head.subarray(257), 'ustar')) return 'it is a tar archive; unpack it first';
  if (startsWith(head, 'version https://git-lfs')) {
    return 'it is a Git LFS pointer, which stands for the file itself';
  }
  if (/^\s*</.test(utf8(head))) return 'it is a web page, perhaps of a failed download';
  if (isSafetensors(head, size)) return 'it is a safetensors file';
  if (isOnnx(head)) return 'it is an ONNX file';
  return 'it starts like neither of the formats that torch.save writes';
}

/** A JSON header, its length before it. */
function isSafetensors(head: Uint8Array<ArrayBuffer>, size: number): boolean {
  if (head.length < 10 || !startsWith(head.subarray(8), '{"')) return false;
  return uint64(viewOf(head), 0) <= size;
}

/** A protobuf message whose first field is a small ir_version, then producer, opset or graph. */
function isOnnx([tag, version, next]: Uint8Array): boolean {
  return tag === 0x08 && version! > 0 && version! < 32 && [0x12, 0x3a, 0x42].includes(next!);
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return Array.from(text).every((character, i) => bytes[i] === character.charCodeAt(0));
}
