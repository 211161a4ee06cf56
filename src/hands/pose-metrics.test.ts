import { describe, expect, test } from 'vitest';
import { hasGolden, readSharedJson } from '../../tests/golden.ts';
import type { HandType } from './hand-type.ts';
import { tellsHandType } from './metric-convention.ts';
import { PoseMetrics, type PoseMetricsOptions } from './pose-metrics.ts';
import { NO_ERRORS, type PoseSample } from './pose-sample.ts';

/** A right hand whose joints are all off by so much, null where the true one is not known. */
function rightHand(errors: (number | null)[]): PoseSample {
  return {
    handType: 'right',
    handTypeValid: true,
    handedness: { right: 0.9, left: 0.1 },
    jointErrorsMm: { right: errors, left: NO_ERRORS },
    relativeRootErrorMm: null,
  };
}

const bothHands: PoseSample = {
  handType: 'interacting',
  handTypeValid: true,
  handedness: { right: 0.9, left: 0.4 },
  jointErrorsMm: { right: Array(21).fill(4), left: Array(21).fill(8) },
  relativeRootErrorMm: 12,
};

function report(samples: PoseSample[], options: Partial<PoseMetricsOptions> = {}) {
  const metrics = new PoseMetrics({ convention: 'official', joints: 'each', ...options });
  for (const sample of samples) metrics.add(sample);
  return metrics.report();
}

describe('PoseMetrics', () => {
  // Joint 0 is off by 10 once, joint 1 by 1 twice: 5.5 by joint, 4 by error.
  const uneven = [rightHand([10, 1]), rightHand([null, 1])];

  test('official MPJPE weighs joints alike, MMPose’s weighs errors alike', () => {
    expect(report(uneven).mpjpe.single).toBe(5.5);
    expect(report(uneven, { convention: 'mmpose' }).mpjpe.single).toBe(4);
  });

  test('keeps single and interacting hands apart, and joins them', () => {
    const { samples, mpjpe, mrrpe, aph } = report([rightHand(Array(21).fill(2)), bothHands]);
    expect(samples).toEqual({ single: 1, interacting: 1, all: 2 });
    expect(mpjpe).toEqual({ single: 2, interacting: 6, all: (3 + 8) / 2 });
    expect(mrrpe).toBe(12);
    expect(aph).toBe(0.5);
  });

  test('counts 21 joints where either hand is one', () => {
    const left: PoseSample = {
      ...rightHand([]),
      handType: 'left',
      jointErrorsMm: { right: NO_ERRORS, left: Array(21).fill(6) },
    };
    const { mpjpe, mpjpePerJoint } = report([rightHand(Array(21).fill(2)), left], {
      joints: 'either',
    });
    expect(mpjpe.single).toBe(4);
    expect(mpjpePerJoint.single).toEqual(Array(21).fill(4));
  });

  test('says what it cannot know instead of inventing it', () => {
    expect(report([{ ...rightHand(Array(21).fill(2)), handTypeValid: false }])).toMatchObject({
      mpjpe: { single: 2, interacting: null, all: 2 },
      mrrpe: null,
      aph: null,
      notes: [
        'MPJPE of single hands covers 21 of 42 joints: the others are never valid',
        'MPJPE of interacting hands is null: no sample has a valid joint',
        'MPJPE of all samples covers 21 of 42 joints: the others are never valid',
        'MRRPE is null: no interacting hands with both wrists valid',
        'APh is null: no sample has a valid hand type',
      ],
    });
    expect(report([]).mpjpe).toEqual({ single: null, interacting: null, all: null });
  });

  test('counts relative roots of interacting hands only', () => {
    expect(report([{ ...rightHand([1]), relativeRootErrorMm: 5 }]).mrrpe).toBeNull();
  });
});

describe('tellsHandType', () => {
  test.each([
    ['right', 0.5, 0.1, false, false],
    ['right', 0.9, 0.5, false, true],
    ['right', 0.9, 0.6, false, false],
    ['left', 0.4, 0.6, true, true],
    ['interacting', 0.51, 0.51, true, true],
    ['interacting', 0.51, 0.5, false, false],
  ] as const)('%s at %f, %f: official %s, mmpose %s', (type, right, left, official, mmpose) => {
    expect(tellsHandType({ right, left }, type, 'official')).toBe(official);
    expect(tellsHandType({ right, left }, type, 'mmpose')).toBe(mmpose);
  });
});

interface Handedness {
  prob: [number, number];
  mmpose_hand_type: [number, number];
}

describe.skipIf(!hasGolden)('hand types of decode3d.json (needs ../shared/golden)', () => {
  const golden = hasGolden
    ? readSharedJson<{ handedness: Handedness[] }>('golden/decode3d.json').handedness
    : [];

  test.each(golden)('$prob is $mmpose_hand_type', ({ prob, mmpose_hand_type: expected }) => {
    const [right, left] = prob;
    const types: readonly (readonly [HandType, number, number])[] = [
      ['right', 1, 0],
      ['left', 0, 1],
      ['interacting', 1, 1],
    ];
    for (const [type, r, l] of types) {
      expect(tellsHandType({ right, left }, type, 'mmpose')).toBe(
        expected[0] === r && expected[1] === l,
      );
    }
  });
});
