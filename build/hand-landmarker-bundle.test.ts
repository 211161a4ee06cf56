import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { ByteBuffer } from 'flatbuffers';
import { beforeAll, describe, expect, it } from 'vitest';
import { FlatTable } from './flat-table.ts';
import {
  handLandmarkerBundle,
  packedRange,
  readHandModels,
  type HandModels,
} from './hand-landmarker-bundle.ts';
import { METADATA_SCHEMA as meta } from './image-input-metadata.ts';
import { METADATA_NAME, TFLITE_SCHEMA as tflite, withMetadata } from './tflite-metadata.ts';

/** Changes only with the pinned npm package or with how the bundle is made. */
const SHA256 = '289b3b82411cfbfdde9b857e018870d5e702e26f94559dd84827ac9ae44204b3';

let models: HandModels;
let bundle: Uint8Array;
beforeAll(async () => {
  models = await readHandModels();
  bundle = handLandmarkerBundle(models);
});

/** Names and compression methods of a zip, from its local headers, in order. */
function zipEntries(zip: Uint8Array): { name: string; method: number }[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
  const entries = [];
  for (let at = 0; view.getUint32(at, true) === 0x04034b50;) {
    const nameLength = view.getUint16(at + 26, true);
    const data = at + 30 + nameLength + view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(zip.subarray(at + 30, at + 30 + nameLength));
    entries.push({ name, method: view.getUint16(at + 8, true) });
    at = data + view.getUint32(at + 18, true);
  }
  return entries;
}

describe('hand_landmarker.task', () => {
  it('holds the two networks, stored, in this order', () => {
    expect(zipEntries(bundle)).toEqual([
      { name: 'hand_detector.tflite', method: 0 },
      { name: 'hand_landmarks_detector.tflite', method: 0 },
    ]);
  });

  it('has the same bytes each time', async () => {
    const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    expect(sha256(handLandmarkerBundle(await readHandModels()))).toBe(sha256(bundle));
    expect(sha256(bundle)).toBe(SHA256);
  });
});

describe.each([
  { file: 'hand_detector.tflite', model: 'palmDetection' },
  { file: 'hand_landmarks_detector.tflite', model: 'handLandmark' },
] as const)('$file', ({ file, model }) => {
  const parts = () => {
    const bytes = new Uint8Array(unzipSync(bundle)[file]!);
    return { bytes, buffer: new ByteBuffer(bytes), old: new ByteBuffer(models[model]) };
  };

  it('keeps the network’s own bytes whole behind the new head', () => {
    const { bytes } = parts();
    const old = models[model];
    const start = bytes.length - Math.ceil(old.length / 16) * 16;
    expect(start).toBeGreaterThan(0);
    expect(start % 16).toBe(0);
    expect(Buffer.compare(bytes.subarray(start, start + old.length), old)).toBe(0);
  });

  it('still reaches every buffer, tensor and operator of the network', () => {
    const { buffer, old } = parts();
    const { model: fields, buffer: bufferFields } = tflite;
    expect(buffer.getBufferIdentifier()).toBe(tflite.identifier);
    const [after, before] = [FlatTable.root(buffer), FlatTable.root(old)];
    const buffers = after.tables(fields.buffers).map((table) => table.bytes(bufferFields.data));
    const oldBuffers = before.tables(fields.buffers).map((table) => table.bytes(bufferFields.data));
    expect(oldBuffers.length).toBeGreaterThan(100);
    expect(buffers.length).toBe(oldBuffers.length + 1);
    expect(oldBuffers.every((data, i) => Buffer.compare(data, buffers[i]!) === 0)).toBe(true);
    for (const data of buffers) expect(data.length === 0 || data.byteOffset % 16 === 0).toBe(true);

    // A subgraph is tensors 0, inputs 1, outputs 2, operators 3; a tensor is shape 0 … name 3.
    const shape = (root: FlatTable) =>
      root.tables(fields.subgraphs).map((graph) => ({
        tensors: graph.tables(0).map((tensor) => [tensor.string(3), tensor.uint32(2)]),
        operators: graph.tables(3).length,
      }));
    expect(shape(after)).toEqual(shape(before));
    expect(shape(before)[0]?.tensors.length).toBeGreaterThan(100);
    expect(after.tables(fields.operatorCodes).length).toBe(
      before.tables(fields.operatorCodes).length,
    );
    expect(after.uint32(fields.version)).toBe(before.uint32(fields.version));
  });

  it('says that its input is RGB, divided by 255', () => {
    const { buffer } = parts();
    const root = FlatTable.root(buffer);
    const entry = root
      .tables(tflite.model.metadata)
      .find((table) => table.string(tflite.metadata.name) === METADATA_NAME)!;
    const buffers = root.tables(tflite.model.buffers);
    const data = buffers[entry.uint32(tflite.metadata.buffer)]!.bytes(tflite.buffer.data);
    const metadata = new ByteBuffer(data.slice());
    expect(metadata.getBufferIdentifier()).toBe('M001');

    const subgraphs = FlatTable.root(metadata).tables(meta.modelMetadata.subgraphMetadata);
    const inputs = subgraphs[0]!.tables(meta.subgraphMetadata.inputTensorMetadata);
    expect([subgraphs.length, inputs.length]).toEqual([1, 1]);
    const [input] = inputs;
    const content = input!.table(meta.tensorMetadata.content)!;
    expect(content.uint8(meta.content.propertiesType)).toBe(2);
    expect(content.table(meta.content.properties)!.uint8(meta.imageProperties.colorSpace)).toBe(1);
    const [unit] = input!.tables(meta.tensorMetadata.processUnits);
    expect(unit!.uint8(meta.processUnit.optionsType)).toBe(1);
    const normalization = unit!.table(meta.processUnit.options)!;
    expect(normalization.floats(meta.normalizationOptions.mean)).toEqual([0]);
    expect(normalization.floats(meta.normalizationOptions.std)).toEqual([255]);
  });

  it('is refused as the input of a second round', () => {
    expect(() => withMetadata(parts().bytes, new Uint8Array(8))).toThrow('already');
  });
});

it('withMetadata refuses what is no TFLite model', () => {
  expect(() => withMetadata(new Uint8Array(64), new Uint8Array(8))).toThrow('not a TFLite model');
});

it('packedRange finds a file in an Emscripten loader and names one that is not there', () => {
  const loader = '{"files": [{"filename": "/a/b.tflite", "start": 11, "end": 2341291}]}';
  expect(packedRange(loader, '/b.tflite')).toEqual({ start: 11, end: 2341291 });
  expect(() => packedRange(loader, '/c.tflite')).toThrow('/c.tflite');
});
