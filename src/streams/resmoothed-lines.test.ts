import { lastValueFrom, of, toArray } from 'rxjs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeFrame } from '../../tests/fake-frame.ts';
import { recordedFile, stubVideoFrame } from '../../tests/recorded-file.ts';
import { CAMERA, HEADER_LINE } from '../../tests/recorded-frames.ts';
import { HAND_SIDES } from '../hands/hand-side.ts';
import { DEFAULT_GATE } from '../hands/handedness-gate.ts';
import type { LiftedHand } from '../hands/lifted-hand.ts';
import type { HandJoints, PoseFrame } from '../hands/pose-frame.ts';
import { DEFAULT_SMOOTHING } from '../hands/smoothing.ts';
import type { Vec2, Vec3 } from '../hands/vectors.ts';
import { frameLine, headerLine } from '../recording/pose-stream-writer.ts';
import { gate } from './gate.ts';
import type { Lifted } from './lift.ts';
import { headerSmoothing } from './pose-stream-lines.ts';
import { RecordingFile } from './recording-file.ts';
import type { ReplaySmoothing } from './replay-shown.ts';
import { resmoothedLines } from './resmoothed-lines.ts';
import { smooth } from './smooth.ts';

beforeEach(stubVideoFrame);
afterEach(() => void vi.unstubAllGlobals());

const FRAMES = 60;
/** Two hands come near, tremble, and one of them is away for a while. */
function liftedAt(index: number): Lifted {
  const hand = (towards: number): LiftedHand => {
    const tremble = 3 * Math.sin(index * 2.5);
    const x = 320 + towards * (200 - 2 * index) + tremble;
    const joints = Array.from({ length: 21 }, (_, joint) => joint);
    return {
      score: 0.9,
      joints2d: joints.map((joint): Vec2 => [x + joint, 240 - 3 * joint + tremble]),
      rootRelative: joints.map((joint): Vec3 => [2 * joint, -3 * joint, joint && tremble]),
      rootDepth: { mm: 600 + 10 * towards * tremble, from: towards > 0 ? 'hand-size' : 'internet' },
    };
  };
  const right = index >= 20 && index < 30 ? null : hand(1);
  const left = hand(-1);
  const mm = right ? left.rootDepth.mm - right.rootDepth.mm : 0;
  return {
    frame: fakeFrame({ index, timeMs: index * 33.125 }),
    timings: {},
    camera: CAMERA,
    lifted: { right, left },
    relativeDepth: right && { mm, from: 'internet' },
  } as unknown as Lifted;
}

/** A recording with raw joints, as the pipeline's own stages make it. */
async function recorded(smoothing: typeof DEFAULT_SMOOTHING): Promise<readonly string[]> {
  const items = Array.from({ length: FRAMES }, (_, index) => liftedAt(index));
  const gated = of(...items).pipe(
    smooth(smoothing, {}),
    gate({ ...DEFAULT_GATE, withRaw: true }, {}),
    toArray(),
  );
  const lines = (await lastValueFrom(gated)).map(({ frame, hands, relativeDepth }) =>
    frameLine({ index: frame.index, time: frame.timeMs, hands, relativeDepth }, { raw: true }),
  );
  const header = { ...JSON.parse(HEADER_LINE), smoothing: headerSmoothing(smoothing) };
  return [headerLine(header), ...lines];
}

async function resmoothed(lines: readonly string[], smoothing: ReplaySmoothing) {
  const recording = await RecordingFile.open(recordedFile(lines));
  const [header, ...frames] = await lastValueFrom(
    resmoothedLines(recording, smoothing).pipe(toArray()),
  );
  return { header: JSON.parse(header!), frames: frames.map(parsed) };
}

const parsed = (line: string): PoseFrame => JSON.parse(line) as PoseFrame;

/** The most that any joint of two streams' frames differs by, px or mm. */
function furthest(
  a: readonly PoseFrame[],
  b: readonly PoseFrame[],
  of: (frame: PoseFrame, side: 'right' | 'left') => HandJoints | null | undefined,
): number {
  let most = 0;
  for (const [at, frame] of a.entries()) {
    for (const side of HAND_SIDES) {
      const [one, other] = [of(frame, side), of(b[at]!, side)];
      expect(one === null).toBe(other === null);
      if (!one || !other) continue;
      const [mine, theirs] = [numbersOf(one), numbersOf(other)];
      for (const [i, value] of mine.entries()) most = Math.max(most, Math.abs(value - theirs[i]!));
    }
  }
  return most;
}

const numbersOf = ({ joints2d, joints3d }: HandJoints) => [...joints2d, ...joints3d].flat();
const shown = (frame: PoseFrame, side: 'right' | 'left') => frame.hands[side];
const raw = (frame: PoseFrame, side: 'right' | 'left') =>
  frame.hands[side] && frame.hands[side].raw;

/** Raw joints are recorded to half a thousandth; so are the smoothed ones, before and after. */
const ROUNDING = 0.01;

describe('resmoothedLines', () => {
  test('with the settings it was recorded with gives the recorded joints', async () => {
    const lines = await recorded(DEFAULT_SMOOTHING);
    const before = lines.slice(1).map(parsed);
    const { header, frames } = await resmoothed(lines, DEFAULT_SMOOTHING);
    expect(header).toEqual(JSON.parse(lines[0]!));
    expect(furthest(frames, before, shown)).toBeLessThan(ROUNDING);
    expect(furthest(frames, before, raw)).toBe(0);
    for (const [at, { relativeDepth }] of frames.entries()) {
      expect(relativeDepth?.from).toBe(before[at]!.relativeDepth?.from);
      const mm = before[at]!.relativeDepth?.mm ?? 0;
      expect(Math.abs((relativeDepth?.mm ?? 0) - mm)).toBeLessThan(ROUNDING);
    }
  });

  test('with others gives what those would have given', async () => {
    const others = {
      ...DEFAULT_SMOOTHING,
      joints2d: { minCutoffHz: 0.5, beta: 0, derivativeCutoffHz: 1 },
    };
    const lines = await recorded(DEFAULT_SMOOTHING);
    const wanted = await recorded(others);
    const { header, frames } = await resmoothed(lines, others);
    expect(header).toEqual(JSON.parse(wanted[0]!));
    expect(furthest(frames, wanted.slice(1).map(parsed), shown)).toBeLessThan(ROUNDING);
    expect(furthest(frames, lines.slice(1).map(parsed), shown)).toBeGreaterThan(1);
  });

  test("'off' gives the raw joints", async () => {
    const { header, frames } = await resmoothed(await recorded(DEFAULT_SMOOTHING), 'off');
    expect(header.smoothing).toEqual({ joints2d: null, joints3d: null, rootDepth: null });
    const mine = frames.map(({ hands, ...rest }) => ({
      ...rest,
      hands: { right: hands.right?.raw ?? null, left: hands.left?.raw ?? null },
    }));
    expect(furthest(frames, mine as unknown as PoseFrame[], shown)).toBeLessThan(ROUNDING);
  });

  test('hands without raw joints stay as they were recorded', async () => {
    const lines = (await recorded(DEFAULT_SMOOTHING)).map((line) => {
      const value = JSON.parse(line);
      for (const side of HAND_SIDES) delete value.hands?.[side]?.raw;
      return JSON.stringify(value);
    });
    const { frames } = await resmoothed(lines, { ...DEFAULT_SMOOTHING, resetAfterMs: 1 });
    expect(frames).toEqual(lines.slice(1).map(parsed));
  });
});
