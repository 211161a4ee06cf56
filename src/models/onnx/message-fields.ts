import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import type { ByteSource } from '../byte-source.ts';
import { ModelFailure } from '../model-failure.ts';

/** Bytes of a file, from `start` up to, not including, `end`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** A protobuf message whose long fields stay in the file. */
export interface DividedMessage {
  /** All other fields as they stand in the file: a message of the same type. */
  readonly rest: Uint8Array<ArrayBuffer>;
  /** Payloads of the long fields, in file order. */
  readonly long: readonly ByteRange[];
}

/** Longest that a field's tag and what follows it, its length or its number, can be. */
const MAX_HEAD_BYTES = 20;

/** Read at once while walking from field to field. */
const WINDOW_BYTES = 16 * 1024;

/**
 * Reads a message of a file, all but its length-delimited fields with one of the numbers `long`.
 * @throws ModelFailure 'truncated' when a field ends past the file, 'not-onnx' when it is no message
 */
export async function divideMessage(
  source: ByteSource,
  range: ByteRange,
  long: readonly number[],
): Promise<DividedMessage> {
  const longFields: ByteRange[] = [];
  const between: ByteRange[] = [];
  let start = range.start;
  for await (const field of fieldsOf(source, range)) {
    if (!long.includes(field.number) || !field.delimited) continue;
    between.push({ start, end: field.start });
    longFields.push({ start: field.payload, end: field.end });
    start = field.end;
  }
  between.push({ start, end: range.end });
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (const { start, end } of between) pieces.push(await source.read(start, end - start));
  return { rest: new Uint8Array(await new Blob(pieces).arrayBuffer()), long: longFields };
}

interface Field extends ByteRange {
  readonly number: number;
  /** Has a length of its own: text, bytes, a message. */
  readonly delimited: boolean;
  /** Where its value starts in the file. */
  readonly payload: number;
}

async function* fieldsOf(source: ByteSource, { start, end }: ByteRange): AsyncGenerator<Field> {
  let window = { start, bytes: new Uint8Array() };
  let at = start;
  while (at < end) {
    if (Math.min(at + MAX_HEAD_BYTES, end) > window.start + window.bytes.length) {
      window = { start: at, bytes: await source.read(at, Math.min(WINDOW_BYTES, end - at)) };
    }
    const field = readField(source, window.bytes.subarray(at - window.start), at);
    if (field.end > end) throw pastTheEnd(source, field.end, end);
    yield field;
    at = field.end;
  }
}

/** @param bytes from the field's tag on, as many as it takes to know its length */
function readField(source: ByteSource, bytes: Uint8Array, start: number): Field {
  try {
    const reader = new BinaryReader(bytes);
    const [number, type] = reader.tag();
    const delimited = type === WireType.LengthDelimited;
    const length = delimited ? reader.uint32() : 0;
    const payload = start + reader.pos;
    if (!delimited) reader.skip(type, number);
    return { number, delimited, start, payload, end: start + reader.pos + length };
  } catch {
    const reason = `what stands at byte ${start} is no protobuf field`;
    throw new ModelFailure({ type: 'not-onnx', name: source.name, reason });
  }
}

function pastTheEnd({ name, size }: ByteSource, fieldEnd: number, end: number): ModelFailure {
  return end === size
    ? new ModelFailure({ type: 'truncated', name, reason: `${fieldEnd - size} bytes are missing` })
    : new ModelFailure({ type: 'not-onnx', name, reason: `a field passes byte ${end}, its end` });
}
