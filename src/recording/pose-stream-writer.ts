import { HAND_SIDES, perHand } from '../hands/hand-side.ts';
import { JOINT_COUNT } from '../hands/joints.ts';
import type { OneEuroOptions } from '../hands/one-euro.ts';
import type { Depth, HandJoints, HandPose, PoseFrame } from '../hands/pose-frame.ts';
import {
  poseStreamHeader,
  type PoseStreamDetails,
  type PoseStreamFrame,
  type PoseStreamHeader,
} from './pose-stream.ts';

/** Decimals of px, mm and ms: a micrometre, a thousandth of a pixel, a microsecond. */
const DECIMALS = 3;
/** Decimals of scores. */
const SCORE_DECIMALS = 4;

/**
 * The first line of a pose stream, without a line break. Only what the format names is written,
 * numbers as they are.
 * @throws RangeError for a number that JSON cannot hold
 */
export function headerLine(details: PoseStreamDetails): string {
  const { createdAt, source, camera, estimator, smoothing } = details;
  const header: PoseStreamHeader = poseStreamHeader({
    createdAt,
    source: {
      kind: source.kind,
      width: finite(source.width, 'source.width'),
      height: finite(source.height, 'source.height'),
      ...(source.name === undefined ? {} : { name: source.name }),
    },
    camera: {
      fx: finite(camera.fx, 'camera.fx'),
      fy: finite(camera.fy, 'camera.fy'),
      cx: finite(camera.cx, 'camera.cx'),
      cy: finite(camera.cy, 'camera.cy'),
      from: camera.from,
    },
    estimator: { id: estimator.id, sha256: estimator.sha256, backend: estimator.backend },
    smoothing: {
      joints2d: filterOptions(smoothing.joints2d, 'smoothing.joints2d'),
      joints3d: filterOptions(smoothing.joints3d, 'smoothing.joints3d'),
      rootDepth: filterOptions(smoothing.rootDepth, 'smoothing.rootDepth'),
    },
  });
  return JSON.stringify(header);
}

/**
 * One frame's line of a pose stream, without a line break. Only what the format names is written:
 * px, mm and ms rounded to 3 decimals, scores to 4.
 * @param raw also writes each hand's unsmoothed joints, where the frame has them
 * @throws RangeError for what no stream may hold: a number that is not finite (JSON would make it
 *   null), a score outside 0..1, another number of joints, a relative depth without both hands
 */
export function frameLine(frame: PoseFrame, { raw }: { readonly raw: boolean }): string {
  const { index, time, hands, relativeDepth } = frame;
  if (!Number.isSafeInteger(index) || index < 0) throw new RangeError(`index is ${index}`);
  if (time < 0) throw new RangeError(`time is ${time}`);
  if (relativeDepth && HAND_SIDES.some((side) => !hands[side])) {
    throw new RangeError('relativeDepth without both hands');
  }
  const line: PoseStreamFrame = {
    type: 'frame',
    index,
    time: rounded(time, 'time'),
    hands: perHand((side) => {
      const hand = hands[side];
      return hand && streamHand(hand, raw, `hands.${side}`);
    }),
    relativeDepth: relativeDepth && streamDepth(relativeDepth, 'relativeDepth'),
  };
  return JSON.stringify(line);
}

function streamHand(hand: HandPose, raw: boolean, path: string): HandPose {
  return {
    score: streamScore(hand.score, `${path}.score`),
    ...streamJoints(hand, path),
    rootDepth: streamDepth(hand.rootDepth, `${path}.rootDepth`),
    ...(hand.jointScores && { jointScores: streamJointScores(hand.jointScores, path) }),
    ...(raw && hand.raw ? { raw: streamJoints(hand.raw, `${path}.raw`) } : {}),
  };
}

function streamJointScores(scores: readonly number[], path: string): number[] {
  if (scores.length !== JOINT_COUNT) throw new RangeError(`${path}.jointScores: ${scores.length}`);
  return scores.map((score, joint) => streamScore(score, `${path}.jointScores[${joint}]`));
}

function streamScore(score: number, path: string): number {
  if (!(score >= 0 && score <= 1)) throw new RangeError(`${path} is ${score}`);
  return rounded(score, path, SCORE_DECIMALS);
}

function streamJoints({ joints2d, joints3d }: HandJoints, path: string): HandJoints {
  for (const [name, { length }] of Object.entries({ joints2d, joints3d })) {
    if (length !== JOINT_COUNT) throw new RangeError(`${path}.${name} has ${length} joints`);
  }
  return {
    joints2d: joints2d.map(([x, y], joint) => {
      const at = `${path}.joints2d[${joint}]`;
      return [rounded(x, at), rounded(y, at)];
    }),
    joints3d: joints3d.map(([x, y, z], joint) => {
      const at = `${path}.joints3d[${joint}]`;
      return [rounded(x, at), rounded(y, at), rounded(z, at)];
    }),
  };
}

function streamDepth({ mm, from }: Depth, path: string): Depth {
  return { mm: rounded(mm, `${path}.mm`), from };
}

function filterOptions(options: OneEuroOptions | null, path: string): OneEuroOptions | null {
  return (
    options && {
      minCutoffHz: finite(options.minCutoffHz, `${path}.minCutoffHz`),
      beta: finite(options.beta, `${path}.beta`),
      derivativeCutoffHz: finite(options.derivativeCutoffHz, `${path}.derivativeCutoffHz`),
    }
  );
}

function rounded(value: number, path: string, decimals = DECIMALS): number {
  const scale = 10 ** decimals;
  return finite(Math.round(value * scale) / scale, path);
}

function finite(value: number, path: string): number {
  if (!Number.isFinite(value)) throw new RangeError(`${path} is no finite number`);
  return value;
}
