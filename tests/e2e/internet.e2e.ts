import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BoundingBox } from '../../src/hands/bounding-box.ts';
import { HAND_SIDES } from '../../src/hands/hand-side.ts';
import type {
  CropInference,
  EngineState,
  Inference,
  InferOptions,
} from '../../src/workers/internet-engine.ts';
import { convertGolden } from '../golden-internet.ts';
import { hasGolden } from '../golden.ts';
import { tinyInternet } from '../tiny-internet.ts';
import { hookInternetWorkers } from './internet-worker-hooks.ts';
import { openApiPage, type WatchedPage } from './pages.ts';

/** A software GPU takes 10 s a crop and more. */
const PATIENCE_MS = 1_200_000;

/** Of the crop, along x and y; of every network here. */
const PX_A_BIN = 4;

interface Job extends InferOptions {
  readonly frame: 'rgba' | 'i420';
  readonly boxes: readonly BoundingBox[];
}

const INSIDE = { x: 60, y: 20, width: 190, height: 190 };
const PAST_THE_BORDER = { x: 180, y: 100, width: 200, height: 200 };

const dataUrl = (onnx: Uint8Array) =>
  `data:application/octet-stream;base64,${Buffer.from(onnx).toString('base64')}`;

/** Runs the same frames through both whole paths. */
function inferBoth(page: WatchedPage['page'], onnx: Uint8Array, jobs: readonly Job[]) {
  return page.evaluate(
    async ({ url, jobs }) => {
      const { openInternet } = window.handstream!;
      const canvas = new OffscreenCanvas(320, 240);
      const context = canvas.getContext('2d')!;
      context.fillStyle = '#987';
      context.fillRect(0, 0, 320, 240);
      for (let i = 0; i < 60; i++) {
        context.fillStyle = `hsl(${i * 37} 70% 55%)`;
        context.beginPath();
        context.arc((i * 97) % 320, (i * 61) % 240, 18 + (i % 13), 0, 7);
        context.fill();
      }
      const drawn = new VideoFrame(canvas, { timestamp: 0 });
      const decoded = await new Promise<VideoFrame>((resolve, reject) => {
        const decoder = new VideoDecoder({ output: resolve, error: reject });
        const encoder = new VideoEncoder({
          error: reject,
          output(chunk, metadata) {
            decoder.configure(metadata!.decoderConfig!);
            decoder.decode(chunk);
            void decoder.flush();
          },
        });
        encoder.configure({ codec: 'vp8', width: 320, height: 240, bitrate: 4e6 });
        encoder.encode(drawn, { keyFrame: true });
        void encoder.flush();
      });
      const model = await (await fetch(url)).blob();
      const wasm = await openInternet({ model, name: 'net', backend: 'wasm' });
      const knownAnswer = wasm.answer;
      const gpu = await openInternet({ model, name: 'net', backend: 'webgpu', knownAnswer });
      const answers: { wasm: Inference; gpu: Inference }[] = [];
      for (const { frame, boxes, ...options } of jobs) {
        const image = frame === 'rgba' ? drawn : decoded;
        answers.push({
          wasm: await wasm.infer(image, boxes, options),
          gpu: await gpu.infer(image, boxes, options),
        });
      }
      const { format } = decoded;
      const states = { wasm: wasm.state, gpu: gpu.state };
      for (const owned of [drawn, decoded]) owned.close();
      for (const engine of [wasm, gpu]) engine[Symbol.dispose]();
      return { answers, format, states };
    },
    { url: dataUrl(onnx), jobs },
  );
}

/**
 * The farthest that the two paths lie apart.
 * @param bins along each axis of the heatmap
 */
function differences(wasm: readonly CropInference[], gpu: readonly CropInference[], bins: number) {
  const far = { voxels: 0, score: 0, handedness: 0, relativeDepthMm: 0 };
  wasm.forEach((a, crop) => {
    const b = gpu[crop]!;
    far.relativeDepthMm = Math.max(far.relativeDepthMm, gap(a.relativeDepthMm, b.relativeDepthMm));
    for (const side of HAND_SIDES) {
      far.handedness = Math.max(far.handedness, gap(a.handedness[side], b.handedness[side]));
      const [one, other] = [a.hands[side]!, b.hands[side]!];
      one.joints.forEach(([x, y, z], joint) => {
        const [u, v, w] = other.joints[joint]!;
        const alongZ = (gap(z, w) * bins) / 400;
        far.voxels = Math.max(far.voxels, gap(x, u) / PX_A_BIN, gap(y, v) / PX_A_BIN, alongZ);
        far.score = Math.max(far.score, gap(one.scores[joint]!, other.scores[joint]!));
      });
    }
  });
  return far;
}

const gap = (a: number, b: number) => Math.abs(a - b);

/** What the issue asks for, and as much of the rest. */
const TOLERANCES = { voxels: 0.02, handedness: 1e-3, relativeDepthMm: 0.05, score: 1e-3 } as const;

/** Runs jobs through both paths. @returns what differs by more than is allowed */
async function disagreements(
  page: WatchedPage['page'],
  onnx: Uint8Array,
  bins: number,
  jobs: readonly Job[],
): Promise<string[]> {
  const { answers, format, states } = await inferBoth(page, onnx, jobs);
  expect(format).toBe('I420');
  expect(states.wasm).toMatchObject({ backend: 'wasm', adapter: null, fallback: null });
  expect(states.gpu).toMatchObject({ backend: 'webgpu', precision: 'fp32', fallback: null });
  return answers.flatMap(({ wasm, gpu }, i) => {
    const { boxes, decode, frame } = jobs[i]!;
    expect(wasm.crops).toHaveLength(boxes.length);
    // One dispatch for all crops, two for the heatmap of each hand; 42 peaks a crop come back.
    expect(gpu.cost.dispatches).toBe(5);
    expect(gpu.cost.bytesReadBack).toBeLessThanOrEqual(boxes.length * (42 * 16 + 12) + 32);
    const far = differences(wasm.crops, gpu.crops, bins);
    console.info(frame, decode, JSON.stringify(far), JSON.stringify(gpu.cost));
    return (['voxels', 'handedness', 'relativeDepthMm', 'score'] as const)
      .filter((what) => !(far[what] <= TOLERANCES[what]))
      .map((what) => `${frame} ${decode}: ${what} ${far[what]}`);
  });
}

describe('InterNet from frame to joints: WebGPU says what WebAssembly says', () => {
  let watched: WatchedPage;
  beforeAll(async () => {
    watched = await openApiPage();
  });
  afterAll(() => watched?.[Symbol.asyncDispose]());

  // Browsers turn video into RGB on the GPU with a rounding of their own: one value in 400 is one
  // grey level off. The golden networks, whose weights are random, make far more of that than a
  // trained one would (6e-3 of handedness), so here they are given pictures, and video goes to this.
  it('for a picture and a decoded video frame', async () => {
    const different = await disagreements(watched.page, await tinyInternet(), 8, [
      { frame: 'rgba', boxes: [INSIDE, PAST_THE_BORDER], gate: 0, decode: 'refined' },
      { frame: 'i420', boxes: [INSIDE, PAST_THE_BORDER], gate: 0, decode: 'refined' },
      { frame: 'i420', boxes: [PAST_THE_BORDER], gate: 0, decode: 'official' },
      { frame: 'i420', boxes: [INSIDE], gate: 0, decode: 'mmpose' },
    ]);
    expect(different).toEqual([]);
  });

  it.skipIf(!hasGolden).each<[string, Job[]]>([
    [
      'internet_official_small_zip.pth.tar',
      [
        { frame: 'rgba', boxes: [INSIDE, PAST_THE_BORDER], gate: 0, decode: 'refined' },
        { frame: 'rgba', boxes: [INSIDE], gate: 0, decode: 'official' },
      ],
    ],
    [
      'internet_mmpose1x_small_legacy.pth',
      [
        { frame: 'rgba', boxes: [PAST_THE_BORDER], gate: 0, decode: 'refined' },
        { frame: 'rgba', boxes: [INSIDE], gate: 0, decode: 'mmpose' },
      ],
    ],
  ])(
    'of %s (needs ../shared/golden)',
    async (file, jobs) => {
      const { onnx } = await convertGolden(file);
      expect(await disagreements(watched.page, onnx, 64, jobs)).toEqual([]);
    },
    PATIENCE_MS,
  );
});

describe('InterNet in its worker', () => {
  let watched: WatchedPage;
  let url: string;
  beforeAll(async () => {
    watched = await openApiPage({ before: hookInternetWorkers });
    url = dataUrl(await tinyInternet());
  });
  afterAll(() => watched?.[Symbol.asyncDispose]());

  it('falls back to WebAssembly where the GPU’s answer is not the known one, and says so', async () => {
    const { state, crops } = await watched.page.evaluate(async (url) => {
      const { openInternet } = window.handstream!;
      const model = await (await fetch(url)).blob();
      const wasm = await openInternet({ model, name: 'tiny', backend: 'wasm' });
      const samples = wasm.answer.samples.map((value, i) => (i === 77 ? value + 1 : value));
      wasm[Symbol.dispose]();
      const knownAnswer = { ...wasm.answer, samples };
      const engine = await openInternet({ model, name: 'tiny', backend: 'webgpu', knownAnswer });
      const pixels = new Uint8Array(64 * 64 * 4).fill(128);
      const frame = new VideoFrame(pixels, {
        format: 'RGBX',
        codedWidth: 64,
        codedHeight: 64,
        timestamp: 0,
      });
      const box = { x: 0, y: 0, width: 64, height: 64 };
      const { crops } = await engine.infer(frame, [box], { gate: 0.5 });
      frame.close();
      engine[Symbol.dispose]();
      return { state: engine.state, crops };
    }, url);
    expect(state).toMatchObject({ backend: 'wasm', adapter: null });
    expect(state.fallback).toMatch(/^Not on WebGPU: the GPU answers wrongly \(heatmap off by 1\.0/);
    expect(crops[0]!.hands.right).not.toBeNull();
    expect(crops[0]!.hands.left).toBeNull();
  });

  it(
    'goes on with a new worker after the GPU was lost',
    async () => {
      const seen = await watched.page.evaluate(async (url) => {
        const model = await (await fetch(url)).blob();
        const { openInternet } = window.handstream!;
        const engine = await openInternet({ model, name: 'tiny', backend: 'webgpu' });
        // The last one was WebAssembly's, for the check-up.
        const worker = window.internetWorkers.at(-2)!;
        const pixels = new Uint8Array(64 * 64 * 4).fill(128);
        const frame = new VideoFrame(pixels, {
          format: 'RGBX',
          codedWidth: 64,
          codedHeight: 64,
          timestamp: 0,
        });
        const box = { x: 0, y: 0, width: 64, height: 64 };
        const outcomes: { outcome: string; state: EngineState }[] = [];
        for (const trouble of ['none', 'lose the GPU', 'none']) {
          if (trouble !== 'none') worker.postMessage(trouble, []);
          const outcome = await engine.infer(frame, [box], { gate: 0.5 }).then(
            ({ crops }) => `${crops.length} crop`,
            (error: Error) => error.message,
          );
          outcomes.push({ outcome, state: engine.state });
        }
        frame.close();
        engine[Symbol.dispose]();
        return outcomes;
      }, url);
      expect(seen[0]).toMatchObject({ outcome: '1 crop', state: { restarts: 0 } });
      expect(seen[1]!.outcome).toMatch(/the GPU was lost/);
      expect(seen[2]).toMatchObject({
        outcome: '1 crop',
        state: { restarts: 1, backend: 'webgpu', fallback: null },
      });
    },
    PATIENCE_MS,
  );

  it(
    'makes no further buffers over 1000 inferences',
    async () => {
      const counts = await watched.page.evaluate(async (url) => {
        const model = await (await fetch(url)).blob();
        const { openInternet } = window.handstream!;
        const engine = await openInternet({ model, name: 'tiny', backend: 'webgpu' });
        const worker = window.internetWorkers.at(-2)!;
        const pixels = new Uint8Array(64 * 64 * 4).fill(128);
        const frame = new VideoFrame(pixels, {
          format: 'RGBX',
          codedWidth: 64,
          codedHeight: 64,
          timestamp: 0,
        });
        const box = { x: 0, y: 0, width: 64, height: 64 };
        const counts: number[] = [];
        for (let i = 0; i <= 1000; i++) {
          await engine.infer(frame, i % 2 ? [box] : [box, box], { gate: i % 4 < 2 ? 0 : 0.5 });
          if (i !== 20 && i !== 1000) continue;
          const told = new Promise<number>((resolve) => {
            worker.addEventListener('message', ({ data }: MessageEvent<{ buffers?: number }>) => {
              if (data.buffers !== undefined) resolve(data.buffers);
            });
          });
          worker.postMessage('count buffers', []);
          counts.push(await told);
        }
        frame.close();
        engine[Symbol.dispose]();
        return counts;
      }, url);
      expect(counts[0]).toBeGreaterThan(0);
      expect(counts[1]).toBe(counts[0]);
    },
    PATIENCE_MS,
  );
});
