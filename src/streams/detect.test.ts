import { lastValueFrom, of, Subject, toArray } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { fakeFrame } from '../../tests/fake-frame.ts';
import type { HandDetection } from '../hands/hand-detection.ts';
import type { HandDetector } from '../workers/hand-detector.ts';
import { detect, type Detected } from './detect.ts';
import type { InFlight } from './stage.ts';

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

describe('detect', () => {
  test('each: every frame carries its own detections', async () => {
    const detector: HandDetector = {
      delegate: 'CPU',
      detect: (_image, timeMs) => Promise.resolve([found(timeMs)]),
      [Symbol.dispose]: () => {},
    };
    const out = await lastValueFrom(
      of(flight(0), flight(1)).pipe(detect(detector, 'each', {}), toArray()),
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
    frames.pipe(detect(detector, 'beside', {})).subscribe((detected) => out.push(detected));

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
      .pipe(detect(detector, 'beside', { onFrameFailed: (error) => reported.push(error) }))
      .subscribe((detected) => out.push(detected));
    for (const index of [0, 1]) {
      frames.next(flight(index));
      await new Promise((resolve) => setTimeout(resolve));
    }
    expect(reported).toEqual([new Error('down 1'), new Error('down 2')]);
    expect(out).toHaveLength(2);
  });
});
