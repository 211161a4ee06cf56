import { EMPTY, lastValueFrom, NEVER, Observable, of, toArray } from 'rxjs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeFrame } from '../../tests/fake-frame.ts';
import { OFFICIAL_CONTRACT } from '../../tests/fake-internet.ts';
import type { FrameSource } from '../streams/frame-source.ts';
import { landmarkerEstimator } from '../streams/landmarker-estimator.ts';
import { InternetFailure } from '../workers/internet-failure.ts';
import { openDetector } from '../workers/open-detector.ts';
import { openLite } from '../workers/open-lite.ts';
import { createHandPipeline } from './hand-pipeline.ts';

vi.mock('../workers/open-detector.ts');
vi.mock('../workers/open-lite.ts', { spy: true });

/** A part that counts how often it was disposed. */
function part<Part extends object>(members: Part) {
  const dispose = vi.fn<() => void>();
  return { ...members, dispose, [Symbol.dispose]: dispose };
}

const fakeDetector = () =>
  part({
    delegate: 'CPU' as const,
    detect: () => Promise.resolve([]),
    open: vi.fn<() => void>(),
    restarts: 0,
  });

const fakeLite = () =>
  part({
    contract: OFFICIAL_CONTRACT,
    state: { backend: 'wasm' },
    infer: vi.fn<() => void>(),
    answer: {},
  });

const source = (frames: FrameSource['frames']): FrameSource => ({
  kind: 'camera',
  name: 'fake',
  pace: 'every-frame',
  frames,
});

let detector: ReturnType<typeof fakeDetector>;
let lite: ReturnType<typeof fakeLite>;

beforeEach(() => {
  detector = fakeDetector();
  lite = fakeLite();
  vi.mocked(openDetector).mockImplementation(async ({ onProgress } = {}) => {
    onProgress?.(0.5);
    return detector as never;
  });
  vi.mocked(openLite).mockImplementation(async ({ onProgress } = {}) => {
    onProgress?.(0.8, 'warming up');
    return lite as never;
  });
});
afterEach(() => void vi.clearAllMocks());

/** Lets everything that is due happen. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('createHandPipeline', () => {
  test('opens detector and network, and ends both when the source does', async () => {
    const progress: number[] = [];
    const onProgress = (fraction: number) => void progress.push(fraction);
    const poseFrames = createHandPipeline({
      source: source(of(fakeFrame({ index: 0 }))),
      onProgress,
    });
    expect(openDetector).not.toHaveBeenCalled();

    const seen = await lastValueFrom(poseFrames.pipe(toArray()));
    expect(seen.map(({ index }) => index)).toEqual([0]);
    expect(seen[0]!.compared).not.toBeNull();
    await settled();
    expect(detector.dispose).toHaveBeenCalledOnce();
    expect(lite.dispose).toHaveBeenCalledOnce();
    expect(progress.at(-1)).toBe(1);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  });

  test('leaves what was lent open, and opens nothing that is not needed', async () => {
    const estimator = part(landmarkerEstimator());
    const frames = createHandPipeline({ source: source(EMPTY), detector, estimator });
    await lastValueFrom(frames, { defaultValue: null });
    await settled();
    expect(openDetector).not.toHaveBeenCalled();
    expect(openLite).not.toHaveBeenCalled();
    expect(detector.dispose).not.toHaveBeenCalled();
    expect(estimator.dispose).not.toHaveBeenCalled();
  });

  test('fetches no network for the landmarks; a picture gets a detector for pictures', async () => {
    const picture: FrameSource = { ...source(EMPTY), kind: 'picture' };
    const frames = createHandPipeline({ source: picture, estimator: 'landmarker' });
    await lastValueFrom(frames, { defaultValue: null });
    expect(openLite).not.toHaveBeenCalled();
    expect(openDetector).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ mode: 'image' }),
    );
  });

  test('unsubscribed while it opens: ends the fetch, and what opens later', async () => {
    let open = () => {};
    const waiting = new Promise<void>((resolve) => (open = resolve));
    vi.mocked(openDetector).mockImplementation(async () => {
      await waiting;
      return detector as never;
    });
    const subscribed = vi.fn<() => void>();
    createHandPipeline({ source: source(new Observable(subscribed)) })
      .subscribe()
      .unsubscribe();
    expect(vi.mocked(openLite).mock.lastCall?.[0]?.signal?.aborted).toBe(true);
    open();
    await settled();
    expect(detector.dispose).toHaveBeenCalledOnce();
    expect(lite.dispose).toHaveBeenCalledOnce();
    expect(subscribed).not.toHaveBeenCalled();
  });

  test('a network that cannot be had: its failure, and the detector is ended', async () => {
    const problem = {
      type: 'internet-model-refused',
      name: 'InterNet-Lite',
      reason: '404',
    } as const;
    vi.mocked(openLite).mockRejectedValue(new InternetFailure(problem));
    const frames = createHandPipeline({ source: source(NEVER), estimator: 'lite' });
    await expect(lastValueFrom(frames)).rejects.toMatchObject({ problem });
    await settled();
    expect(detector.dispose).toHaveBeenCalledOnce();
  });
});
