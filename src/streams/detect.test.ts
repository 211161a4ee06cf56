import { lastValueFrom, of, Subject, toArray } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { fakeFrame } from '../../tests/fake-frame.ts';
import type { HandDetection } from '../hands/hand-detection.ts';
import type { HandDetector } from '../workers/hand-detector.ts';
import { detect, type Detected, type DetectorPace } from './detect.ts';
import type { Pace } from './frame-source.ts';
import type { InFlight } from './stage.ts';
import { TrackMemory } from './track-memory.ts';

/** A detection that names the time of the frame it was found in. */
const found = (timeMs: number) => ({ score: timeMs }) as unknown as HandDetection;

function slowDetector(): HandDetector & { finish(): Promise<void>; asked: number[] } {
  let settle = () => {};
  const asked: number[] = [];
  return {
    delegate: 'CPU',
    asked,
    detect: (_image, timeMs) => {
      asked.push(timeMs);
      return new Promise((resolve) => (settle = () => resolve([found(timeMs)])));
    },
    finish: async () => {
      settle();
      await new Promise((resolve) => setTimeout(resolve));
    },
    [Symbol.dispose]: () => {},
  };
}

const flight = (index: number): InFlight => ({ frame: fakeFrame({ index }), timings: {} });

const paces = (detectorPace: DetectorPace, sourcePace: Pace = 'live') => ({
  detectorPace,
  sourcePace,
});

/** A memory of one hand that was just seen. */
function following(): TrackMemory {
  const memory = new TrackMemory();
  const right = { score: 0.9, joints: [[10, 10, 0] as const, [50, 50, 0] as const] };
  memory.remember({ hands: { right, left: null }, relativeDepthMm: null }, -33);
  return memory;
}

describe('detect', () => {
  test('each: every frame carries its own detections', async () => {
    const detector: HandDetector = {
      delegate: 'CPU',
      detect: (_image, timeMs) => Promise.resolve([found(timeMs)]),
      [Symbol.dispose]: () => {},
    };
    const out = await lastValueFrom(
      of(flight(0), flight(1)).pipe(
        detect(detector, paces('each'), new TrackMemory(), {}),
        toArray(),
      ),
    );
    expect(out.map(({ detections }) => detections[0]?.score)).toEqual([0, 33]);
    expect(out.map(({ detectionsAre }) => detectionsAre)).toEqual([
      'of-this-frame',
      'of-this-frame',
    ]);
  });

  test('beside: frames do not wait, the detector takes the newest when it is free', async () => {
    const detector = slowDetector();
    const frames = new Subject<InFlight>();
    const out: Detected[] = [];
    frames
      .pipe(detect(detector, paces('beside'), following(), {}))
      .subscribe((detected) => out.push(detected));

    for (const index of [0, 1, 2]) frames.next(flight(index));
    expect(out.map(({ detectionsAre }) => detectionsAre)).toEqual(['known', 'known', 'known']);
    expect(detector.asked).toEqual([0]);

    await detector.finish();
    for (const index of [3, 4]) frames.next(flight(index));
    expect(out.slice(3).map(({ detectionsAre }) => detectionsAre)).toEqual(['new', 'known']);
    expect(out.slice(3).map(({ detections }) => detections[0]?.score)).toEqual([0, 0]);
    expect(detector.asked).toEqual([0, 99]);
  });

  test('beside: a detector that fails is reported and asked again', async () => {
    const reported: unknown[] = [];
    let calls = 0;
    const detector: HandDetector = {
      delegate: 'CPU',
      detect: () => Promise.reject(new Error(`down ${++calls}`)),
      [Symbol.dispose]: () => {},
    };
    const frames = new Subject<InFlight>();
    const out: Detected[] = [];
    frames
      .pipe(
        detect(detector, paces('beside'), following(), {
          onFrameFailed: (error) => reported.push(error),
        }),
      )
      .subscribe((detected) => out.push(detected));
    for (const index of [0, 1]) {
      frames.next(flight(index));
      await new Promise((resolve) => setTimeout(resolve));
    }
    expect(reported).toEqual([new Error('down 1'), new Error('down 2')]);
    expect(out).toHaveLength(2);
  });

  test('beside: with nobody to follow, a frame waits for its own detections', async () => {
    const detector = slowDetector();
    const frames = new Subject<InFlight>();
    const out: Detected[] = [];
    frames
      .pipe(detect(detector, paces('beside'), new TrackMemory(), {}))
      .subscribe((detected) => out.push(detected));
    frames.next(flight(3));
    expect(out).toEqual([]);
    await detector.finish();
    expect(out.map(({ detectionsAre }) => detectionsAre)).toEqual(['of-this-frame']);
    expect(out[0]!.detections[0]!.score).toBe(99);
  });

  test('beside, every frame: each waits, and its detections correct what is followed', async () => {
    const detector: HandDetector = {
      delegate: 'CPU',
      detect: (_image, timeMs) => Promise.resolve([found(timeMs)]),
      [Symbol.dispose]: () => {},
    };
    const every = detect(detector, paces('beside', 'every-frame'), following(), {});
    const out = await lastValueFrom(of(flight(0), flight(1)).pipe(every, toArray()));
    expect(out.map(({ detections }) => detections[0]?.score)).toEqual([0, 33]);
    expect(out.map(({ detectionsAre }) => detectionsAre)).toEqual(['new', 'new']);
  });

  test('a pace that changes: each waits for what runs beside, which is then old news', async () => {
    const detector = slowDetector();
    const frames = new Subject<InFlight>();
    const out: Detected[] = [];
    let pace: DetectorPace = 'beside';
    const options = { detectorPace: () => pace, sourcePace: 'live' } as const;
    frames
      .pipe(detect(detector, options, following(), {}))
      .subscribe((detected) => out.push(detected));
    frames.next(flight(0));
    pace = 'each';
    frames.next(flight(1));
    expect(detector.asked).toEqual([0]);
    await detector.finish();
    expect(detector.asked).toEqual([0, 33]);
    await detector.finish();
    pace = 'beside';
    frames.next(flight(2));
    expect(out.map(({ detectionsAre }) => detectionsAre)).toEqual([
      'known',
      'of-this-frame',
      'known',
    ]);
    expect(out[1]!.detections[0]!.score).toBe(33);
  });
});
