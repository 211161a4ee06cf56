import type { ByteSource } from '../../byte-source.ts';
import { uint64, viewOf } from '../data-view.ts';
import { cutOff, malformed } from '../malformed.ts';

/** Where in the file a zip's directory lies, bytes. */
export interface ZipDirectoryRange {
  readonly start: number;
  readonly length: number;
}

/** The record that ends every zip, with a comment of up to 65,535 bytes behind it. */
const END = { signature: 0x06054b50, bytes: 22, lengthAt: 12, startAt: 16, commentLengthAt: 20 };
const MAX_COMMENT_BYTES = 65_535;

/** Just before it where the zip has 64-bit records: where the 64-bit end record is. */
const LOCATOR = { signature: 0x07064b50, bytes: 20, endStartAt: 8 };
const END64 = { signature: 0x06064b50, bytes: 56, lengthAt: 40, startAt: 48 };

/**
 * Finds a zip's directory, which its last bytes point at (PKWARE APPNOTE 4.3.14 to 4.3.16).
 * torch writes the 64-bit records whatever the size.
 */
export async function findZipDirectory(source: ByteSource): Promise<ZipDirectoryRange> {
  const tailLength = Math.min(source.size, END.bytes + MAX_COMMENT_BYTES + LOCATOR.bytes);
  const tail = viewOf(await source.read(source.size - tailLength, tailLength));
  const end = lastEndRecord(tail);
  const locator = end - LOCATOR.bytes;
  const range =
    locator >= 0 && tail.getUint32(locator, true) === LOCATOR.signature
      ? await readEnd64(source, uint64(tail, locator + LOCATOR.endStartAt))
      : {
          start: tail.getUint32(end + END.startAt, true),
          length: tail.getUint32(end + END.lengthAt, true),
        };
  if (range.start + range.length > source.size) {
    throw cutOff(`its zip directory ends past its ${source.size} bytes`);
  }
  return range;
}

function lastEndRecord(tail: DataView): number {
  for (let at = tail.byteLength - END.bytes; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END.signature) continue;
    const comment = tail.getUint16(at + END.commentLengthAt, true);
    if (at + END.bytes + comment === tail.byteLength) return at;
  }
  throw cutOff('the zip directory at its end is missing');
}

async function readEnd64(source: ByteSource, at: number): Promise<ZipDirectoryRange> {
  if (at + END64.bytes > source.size) throw cutOff('its zip end record lies past its end');
  const record = viewOf(await source.read(at, END64.bytes));
  if (record.getUint32(0, true) !== END64.signature)
    throw malformed('its zip end record is damaged');
  return { start: uint64(record, END64.startAt), length: uint64(record, END64.lengthAt) };
}
