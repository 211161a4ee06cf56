import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CameraIntrinsics } from '../hands/camera-intrinsics.ts';
import type { HandEstimate, PoseEstimate } from '../hands/hand-estimate.ts';
import { perHand, type PerHand } from '../hands/hand-side.ts';
import { fromInterhandOrder } from '../hands/interhand-joints.ts';
import type { Vec3 } from '../hands/vectors.ts';
import { frameOutcome } from './frame-outcome.ts';
import { JsonEntry } from './json-entry.ts';
import { readTruth } from './rendered-sequence.ts';
import { SequenceMetrics } from './sequence-metrics.ts';

/** Made by training/tests/lite/metrics_golden.py; InterHand2.6M's order. */
interface Golden {
  readonly camera: Omit<CameraIntrinsics, 'from'>;
  readonly frames: readonly unknown[];
  readonly estimates: readonly {
    readonly hands: PerHand<{ readonly score: number; readonly joints: readonly Vec3[] } | null>;
    readonly relativeDepthMm: number | null;
  }[];
  readonly swapped: readonly boolean[];
  /** What training/lite/metrics.py says. */
  readonly summary: Readonly<Record<string, number>>;
}

const golden = JSON.parse(
  readFileSync(new URL('../../tests/golden-lite/metrics.json', import.meta.url), 'utf8'),
) as Golden;
const camera: CameraIntrinsics = { ...golden.camera, from: 'calibrated' };
const truths = golden.frames.map((frame) => readTruth(new JsonEntry('golden', frame)));
const estimates = golden.estimates.map(({ hands, relativeDepthMm }): PoseEstimate => ({
  hands: perHand((side): HandEstimate | null => {
    const hand = hands[side];
    return hand && { ...hand, joints: fromInterhandOrder(hand.joints, 'right') };
  }),
  relativeDepthMm,
}));

const FRAME_MS = 40;

function measured(from = 0, to = truths.length): SequenceMetrics {
  const metrics = new SequenceMetrics();
  for (let i = from; i < to; i++) metrics.add(estimates[i]!, truths[i]!, camera, FRAME_MS);
  return metrics;
}

describe('the measures of a sequence', () => {
  test('are those of training/lite/metrics.py', () => {
    const { summary } = golden;
    const report = measured().report();
    expect(report.frames).toBe(summary['n']);
    expect(report.mpjpe.single).toBeCloseTo(summary['mpjpe_single']!, 2);
    expect(report.mpjpe.interacting).toBeCloseTo(summary['mpjpe_interacting']!, 2);
    expect(report.mrrpe).toBeCloseTo(summary['mrrpe']!, 2);
    expect(report.aph).toBeCloseTo(summary['aph']!, 9);
    expect(report.pck).toBeCloseTo(summary['pck']!, 9);
    expect(report.swapped).toBeCloseTo(summary['swapped']!, 9);
  });

  test('know each swapped frame, and the longest row of them', () => {
    const swapped = estimates.map((estimate, i) => frameOutcome(estimate, truths[i]!).swapped);
    expect(swapped).toEqual(golden.swapped);
    const rows = swapped.map(String).join(' ').split('false');
    const longest = Math.max(...rows.map((row) => row.split('true').length - 1));
    expect(longest).toBeGreaterThan(1);
    expect(measured().report().longestSwapMs).toBe(longest * FRAME_MS);
  });

  test('a swap does not last from one sequence into the next', () => {
    const at = golden.swapped.findIndex((swapped, i) => swapped && golden.swapped[i + 1]);
    const metrics = measured(at, at + 1);
    metrics.beginSequence();
    metrics.add(estimates[at + 1]!, truths[at + 1]!, camera, FRAME_MS);
    expect(metrics.report().longestSwapMs).toBe(FRAME_MS);
    expect(measured(at, at + 2).report().longestSwapMs).toBe(2 * FRAME_MS);
  });

  test('count frames in which a hand was lost', () => {
    const found = truths.flatMap(({ hands }, i) => {
      const there = (['right', 'left'] as const).filter((side) => hands[side]);
      return there.length ? [there.every((side) => estimates[i]!.hands[side])] : [];
    });
    const share = found.filter(Boolean).length / found.length;
    expect(share).toBeGreaterThan(0.5);
    expect(share).toBeLessThan(1);
    expect(measured().report().allFound).toBeCloseTo(share, 9);
  });

  test('say nothing of no frames', () => {
    expect(new SequenceMetrics().report()).toEqual({
      frames: 0,
      mpjpe: { single: null, interacting: null },
      mrrpe: null,
      aph: null,
      pck: null,
      swapped: null,
      longestSwapMs: 0,
      allFound: null,
    });
  });
});
