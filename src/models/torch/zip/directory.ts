import type { ByteSource } from '../../byte-source.ts';
import { uint64, viewOf } from '../data-view.ts';
import { malformed } from '../malformed.ts';
import { utf8 } from '../utf8.ts';
import { findZipDirectory } from './end-record.ts';

export interface ZipEntry {
  readonly name: string;
  /** 0: stored as it is. */
  readonly method: number;
  /** Bytes of the data as stored. */
  readonly size: number;
  /** Where in the file the entry's own header starts. */
  readonly headerStart: number;
}

/** A zip's entries by name. */
export type ZipDirectory = ReadonlyMap<string, ZipEntry>;

/** More than a thousand times a full-size checkpoint's. */
const MAX_BYTES = 128 * 1024 * 1024;

/** One entry's record: fixed fields, then its name, extra fields and comment. */
const RECORD = {
  signature: 0x02014b50,
  bytes: 46,
  methodAt: 10,
  sizeAt: 20,
  nameLengthAt: 28,
  extraLengthAt: 30,
  commentLengthAt: 32,
  headerStartAt: 42,
};

/** What a 32-bit field says whose value stands in the 64-bit extra field. */
const IN_EXTRA = 0xffffffff;
const ZIP64_EXTRA = 1;

/** Reads a zip's directory (PKWARE APPNOTE 4.3.12). */
export async function readZipDirectory(source: ByteSource): Promise<ZipDirectory> {
  const { start, length } = await findZipDirectory(source);
  if (length > MAX_BYTES) throw malformed(`its zip directory has ${length} bytes`);
  const bytes = await source.read(start, length);
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  while (at < bytes.length) {
    const record = recordAt(bytes, at);
    entries.set(record.entry.name, record.entry);
    at = record.end;
  }
  return entries;
}

function recordAt(bytes: Uint8Array<ArrayBuffer>, at: number): { entry: ZipEntry; end: number } {
  const view = viewOf(bytes.subarray(at));
  if (view.byteLength < RECORD.bytes || view.getUint32(0, true) !== RECORD.signature) {
    throw malformed('its zip directory is damaged');
  }
  const nameEnd = RECORD.bytes + view.getUint16(RECORD.nameLengthAt, true);
  const extraEnd = nameEnd + view.getUint16(RECORD.extraLengthAt, true);
  const end = extraEnd + view.getUint16(RECORD.commentLengthAt, true);
  if (end > view.byteLength) throw malformed('its zip directory is damaged');
  const wide = zip64Values(viewOf(bytes.subarray(at + nameEnd, at + extraEnd)));
  const field = (offset: number) => {
    const value = view.getUint32(offset, true);
    return value === IN_EXTRA ? nextOf(wide) : value;
  };
  // The extra field has the values that need it in this order, the uncompressed size first.
  field(RECORD.sizeAt + 4);
  const size = field(RECORD.sizeAt);
  const entry = {
    name: utf8(bytes.subarray(at + RECORD.bytes, at + nameEnd)),
    method: view.getUint16(RECORD.methodAt, true),
    size,
    headerStart: field(RECORD.headerStartAt),
  };
  return { entry, end: at + end };
}

/** The 64-bit values of an entry's extra fields, in order; none where it has no such field. */
function zip64Values(extra: DataView): number[] {
  let at = 0;
  while (at + 4 <= extra.byteLength) {
    const start = at + 4;
    const end = start + extra.getUint16(at + 2, true);
    if (extra.getUint16(at, true) === ZIP64_EXTRA && end <= extra.byteLength) {
      const count = Math.floor((end - start) / 8);
      return Array.from({ length: count }, (_, i) => uint64(extra, start + i * 8));
    }
    at = end;
  }
  return [];
}

function nextOf(values: number[]): number {
  const value = values.shift();
  if (value === undefined) throw malformed('its zip directory lacks a 64-bit size');
  return value;
}
