import { Builder, ByteBuffer } from 'flatbuffers';
import { FlatTable } from './flat-table.ts';

/** Field numbers of the tables of TensorFlow Lite's schema.fbs that adding metadata touches. */
export const TFLITE_SCHEMA = {
  identifier: 'TFL3',
  model: {
    version: 0,
    operatorCodes: 1,
    subgraphs: 2,
    description: 3,
    buffers: 4,
    metadataBuffer: 5,
    metadata: 6,
    signatureDefs: 7,
    fields: 8,
  },
  metadata: { name: 0, buffer: 1, fields: 2 },
  buffer: { data: 0, fields: 3 },
} as const;

/** The name under which TFLite's metadata library looks for its buffer. */
export const METADATA_NAME = 'TFLITE_METADATA';

/** The schema's force_align of Buffer.data, in bytes. */
const BUFFER_ALIGNMENT = 16;

/**
 * A TFLite model with a metadata buffer added: a new root table, buffers vector and metadata vector
 * before the old bytes, which stay as they are and behind which only zeros are added. FlatBuffers
 * offsets point forward, so the new tables can use every old one where it lies.
 * @throws Error where `model` is not a TFLite model or has metadata already
 */
export function withMetadata(model: Uint8Array, metadata: Uint8Array): Uint8Array {
  const { model: fields, metadata: entryFields, buffer: bufferFields, identifier } = TFLITE_SCHEMA;
  const old = new ByteBuffer(model);
  if (old.getBufferIdentifier() !== identifier) throw new Error('not a TFLite model');
  const root = FlatTable.root(old);
  const entries = root.tables(fields.metadata);
  if (entries.some((entry) => entry.string(entryFields.name) === METADATA_NAME))
    throw new Error(`the model has ${METADATA_NAME} already`);

  // Written first, so at the end: a builder fills its memory backwards and counts offsets from there.
  const length = Math.ceil(model.length / BUFFER_ALIGNMENT) * BUFFER_ALIGNMENT;
  const padded = new Uint8Array(length);
  padded.set(model);
  const builder = new Builder(length + metadata.length + 65536);
  builder.createByteVector(padded);
  const kept = (position: number) => length - position;

  const data = alignedBytes(builder, metadata);
  builder.startObject(bufferFields.fields);
  builder.addFieldOffset(bufferFields.data, data, 0);
  const buffer = builder.endObject();
  const buffers = root.tables(fields.buffers).map((table) => kept(table.position));
  const buffersVector = offsetVector(builder, [...buffers, buffer]);

  const name = builder.createString(METADATA_NAME);
  builder.startObject(entryFields.fields);
  builder.addFieldOffset(entryFields.name, name, 0);
  builder.addFieldInt32(entryFields.buffer, buffers.length, 0);
  const entry = builder.endObject();
  const metadataVector = offsetVector(builder, [...entries.map((e) => kept(e.position)), entry]);

  builder.startObject(fields.fields);
  builder.addFieldInt32(fields.version, root.uint32(fields.version), 0);
  for (const id of [
    fields.operatorCodes,
    fields.subgraphs,
    fields.description,
    fields.metadataBuffer,
    fields.signatureDefs,
  ]) {
    const target = root.target(id);
    if (target !== null) builder.addFieldOffset(id, kept(target), 0);
  }
  builder.addFieldOffset(fields.buffers, buffersVector, 0);
  builder.addFieldOffset(fields.metadata, metadataVector, 0);
  builder.finish(builder.endObject(), identifier);
  return builder.asUint8Array();
}

function alignedBytes(builder: Builder, bytes: Uint8Array): number {
  builder.startVector(1, bytes.length, BUFFER_ALIGNMENT);
  for (const byte of bytes.toReversed()) builder.addInt8(byte);
  return builder.endVector();
}

function offsetVector(builder: Builder, offsets: readonly number[]): number {
  builder.startVector(4, offsets.length, 4);
  for (const offset of offsets.toReversed()) builder.addOffset(offset);
  return builder.endVector();
}
