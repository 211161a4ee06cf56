import type { HandSide } from '../src/hands/hand-side.ts';
import { perHand } from '../src/hands/hand-side.ts';
import type { HandPose } from '../src/hands/pose-frame.ts';
import { poseStreamHeader, type PoseStreamFrame } from '../src/recording/pose-stream.ts';
import { groundTruth } from '../src/synthetic/ground-truth.ts';
import { moveHands } from '../src/synthetic/motion.ts';
import { posePair } from '../src/synthetic/posed-pair.ts';
import { syntheticCamera } from '../src/synthetic/synthetic-camera.ts';
import { HAND_SKELETONS } from './hand-skeletons.ts';

const camera = syntheticCamera(640, 480);

/** The header of a stream of rigged hands. */
export const RIGGED_HEADER = poseStreamHeader({
  createdAt: '2026-01-31T12:00:00.250Z',
  source: { kind: 'synthetic', width: 640, height: 480, name: 'tour, “both hands”' },
  camera,
  estimator: { id: 'landmarker', sha256: null, backend: 'wasm' },
  smoothing: { joints2d: null, joints3d: null, rootDepth: null },
});

/** Both rigged hands of the tour at a time, ms: exact joints, and scores. */
export function riggedFrame(
  index: number,
  time: number,
  sides: readonly HandSide[] = ['right', 'left'],
): PoseStreamFrame {
  const posed = posePair(HAND_SKELETONS, moveHands('tour', time).pair);
  const truth = groundTruth(posed, camera, 'tour');
  const hands = perHand((side): HandPose | null => {
    const { joints2d, joints3d } = truth.hands[side]!;
    if (!sides.includes(side)) return null;
    const rootDepth = { mm: joints3d[0]![2], from: 'internet' as const };
    const jointScores = joints3d.map((_, joint) => joint / 32);
    return { score: 0.75, joints2d, joints3d, rootDepth, jointScores };
  });
  return {
    type: 'frame',
    index,
    time,
    hands,
    relativeDepth:
      hands.right && hands.left ? { mm: truth.relativeDepthMm!, from: 'internet' } : null,
  };
}

/** Frames as a reader gives them. */
export async function* streamOf<T>(frames: readonly T[]): AsyncGenerator<T> {
  yield* frames;
}

/** All an exporter wrote, as one text. */
export async function textOf(pieces: AsyncIterable<Uint8Array | string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) {
    text += typeof piece === 'string' ? piece : new TextDecoder().decode(piece);
  }
  return text;
}
