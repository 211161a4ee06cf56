import * as ort from 'onnxruntime-web';
import { describe, expect, test, vi } from 'vitest';
import { memorySource } from '../../tests/memory-file.ts';
import { tinyInternet } from '../../tests/tiny-internet.ts';
import type { PerHand } from '../hands/hand-side.ts';
import { readInternetParts } from '../models/read-internet-parts.ts';
import { InternetNetwork } from './internet-network.ts';
import { WasmBackend } from './wasm-backend.ts';
import { wasmTensors } from './wasm-tensors.ts';

ort.env.wasm.numThreads = 1;

/** The tiny network in ONNX Runtime for Node, whole or in parts, with its heads to be watched. */
async function open(how: 'whole' | 'in parts') {
  const onnx = await tinyInternet();
  const { contract, ...parts } = await readInternetParts(memorySource(onnx, 'tiny.onnx'), {
    precision: 'fp32',
  });
  const create = (bytes: Uint8Array) => ort.InferenceSession.create(bytes);
  const heads: PerHand<ort.InferenceSession> | null =
    how === 'whole'
      ? null
      : { right: await create(parts.heads!.right), left: await create(parts.heads!.left) };
  const trunk = await create(how === 'whole' ? onnx : parts.trunk);
  const network = new InternetNetwork({ trunk, heads }, wasmTensors(ort));
  return { backend: new WasmBackend(ort, network, contract), heads };
}

/** A grey slope with coloured corners, as a camera gives it (I420). */
function slope(width = 64, height = 48): VideoFrame {
  const luma = Array.from({ length: width * height }, (_, i) => 20 + 3 * (i % width));
  const chroma = Array.from({ length: (width * height) / 2 }, (_, i) => 100 + (i % 56));
  const plane = (offset: number, stride: number) => ({ offset, stride });
  const frame = {
    format: 'I420',
    displayWidth: width,
    displayHeight: height,
    visibleRect: { x: 0, y: 0, width, height },
    colorSpace: { matrix: 'bt709', fullRange: false },
    allocationSize: () => luma.length + chroma.length,
    copyTo: (into: Uint8Array) => {
      into.set([...luma, ...chroma]);
      const [u, v] = [luma.length, luma.length + chroma.length / 2];
      return Promise.resolve([plane(0, width), plane(u, width / 2), plane(v, width / 2)]);
    },
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Node has no VideoFrame
  return frame as unknown as VideoFrame;
}

const LEFT_HALF = { x: 0, y: 8, width: 32, height: 32 };
const PAST_THE_CORNER = { x: 40, y: 30, width: 40, height: 40 };

describe('WasmBackend', () => {
  test('a network in parts says what the whole one says', async () => {
    const [whole, parts] = [await open('whole'), await open('in parts')];
    const answer = await whole.backend.checkUp();
    expect(await parts.backend.checkUp()).toEqual(answer);
    expect(answer.samples.length).toBe(256);
    expect(new Set(answer.samples).size).toBeGreaterThan(200);
    expect(Math.min(...answer.margins!.right)).toBeGreaterThan(0);

    const boxes = [LEFT_HALF, PAST_THE_CORNER];
    for (const decode of ['refined', 'official', 'mmpose'] as const) {
      const options = { gate: 0, decode };
      const { crops } = await parts.backend.infer(slope(), boxes, options);
      expect(crops).toEqual((await whole.backend.infer(slope(), boxes, options)).crops);
      expect(crops[0]!.hands.left!.joints).toHaveLength(21);
      expect(crops[0]).not.toEqual(crops[1]);
    }
  });

  test('a hand under the gate costs no head, and is null', async () => {
    const { backend, heads } = await open('in parts');
    const [right, left] = [vi.spyOn(heads!.right, 'run'), vi.spyOn(heads!.left, 'run')];
    const { crops } = await backend.infer(slope(), [LEFT_HALF], { gate: 0.5 });
    expect(crops[0]!.handedness.right).toBeGreaterThan(0.5);
    expect(crops[0]!.handedness.left).toBeLessThan(0.5);
    expect(crops[0]!.hands.right!.scores).toHaveLength(21);
    expect(crops[0]!.hands.left).toBeNull();
    expect([right.mock.calls.length, left.mock.calls.length]).toEqual([1, 0]);
  });

  test('a head runs the crops alone that show its hand', async () => {
    const { backend, heads } = await open('in parts');
    const [right] = [vi.spyOn(heads!.right, 'run'), vi.spyOn(heads!.left, 'run')];
    const boxes = [LEFT_HALF, PAST_THE_CORNER, LEFT_HALF];
    const all = await backend.infer(slope(), boxes, { gate: 0 });
    const rights = all.crops.map(({ handedness }) => handedness.right);
    // Between the two: one of the pictures has a right hand, the other has none.
    const gate = (rights[0]! + rights[1]!) / 2;
    const some = await backend.infer(slope(), boxes, { gate });
    const shown = rights.map((probability) => probability >= gate);
    expect(some.crops.map(({ hands }) => hands.right !== null)).toEqual(shown);
    some.crops.forEach(({ hands }, crop) => {
      if (shown[crop]) expect(hands.right).toEqual(all.crops[crop]!.hands.right);
    });
    const rows = right.mock.calls.map(([feeds]) => Object.values(feeds)[0] as ort.Tensor);
    expect(rows.map(({ dims }) => dims[0])).toEqual([3, shown.filter(Boolean).length]);
  });

  test('coordinates are px of the crop and mm of the depth box', async () => {
    const { backend } = await open('in parts');
    const { crops } = await backend.infer(slope(), [LEFT_HALF], { gate: 0, decode: 'official' });
    // 8 bins over 32 px, and over 400 mm from -200 mm on.
    for (const [x, y, z] of crops[0]!.hands.right!.joints) {
      expect([x % 4, y % 4, (z + 200) % 50]).toEqual([0, 0, 0]);
    }
  });
});
