import { HAND_SIDES, type HandSide } from '../../hands/hand-side.ts';
import { WRIST } from '../../hands/joints.ts';
import type { HandPose } from '../../hands/pose-frame.ts';
import { add3, scale3, subtract3, type Vec3 } from '../../hands/vectors.ts';
import type { PoseStreamFrame, PoseStreamHeader } from '../pose-stream.ts';
import { jsonDocument } from './json-document.ts';
import type { PoseStreamExporter } from './pose-stream-exporter.ts';

/** One decimal more than a stream's px and mm have, whatever the picture's size. */
const DECIMALS = 7;

/** Nearer than this a wrist has no scale in the picture, mm. */
const NEAREST_MM = 1;

/** MediaPipe's labels: the person's own side on a picture that is not mirrored (tasks-vision 1.1.0). */
const CATEGORIES = {
  left: { index: 0, categoryName: 'Left', displayName: 'Left' },
  right: { index: 1, categoryName: 'Right', displayName: 'Right' },
} as const satisfies Record<HandSide, object>;

/**
 * JSON whose frames are shaped as MediaPipe's HandLandmarkerResult: code written for that reads it.
 * `visibility` is the joint's score where the estimator knows it, else 0, as MediaPipe's own.
 */
export const exportMediaPipe: PoseStreamExporter = (header, frames) => {
  const { createdAt, source, estimator } = header;
  const head = { format: 'handstream-mediapipe', version: 1, createdAt, source, estimator };
  return jsonDocument(head, frames, (frame) => describeFrame(frame, header));
};

function describeFrame({ index, time, hands }: PoseStreamFrame, header: PoseStreamHeader) {
  const seen = HAND_SIDES.flatMap((side) => {
    const hand = hands[side];
    return hand ? [{ side, hand }] : [];
  });
  return {
    index,
    time,
    landmarks: seen.map(({ hand }) => landmarksOf(hand, header)),
    worldLandmarks: seen.map(({ hand }) => worldLandmarksOf(hand)),
    handedness: seen.map(({ side, hand }) => [{ score: hand.score, ...CATEGORIES[side] }]),
  };
}

/**
 * x and y as shares of the picture's width and height; z the depth behind the wrist at the scale
 * of x: as many picture widths as it would span beside the wrist (weak perspective).
 */
function landmarksOf(hand: HandPose, { source, camera }: PoseStreamHeader) {
  const wristMm = hand.joints3d[WRIST]![2];
  const widthsPerMm = camera.fx / Math.max(wristMm, NEAREST_MM) / source.width;
  return hand.joints2d.map(([x, y], joint) => {
    const z = (hand.joints3d[joint]![2] - wristMm) * widthsPerMm;
    return landmark([x / source.width, y / source.height, z], hand, joint);
  });
}

/** Metres from the hand's geometric centre, the mean of its joints; axes as in the picture. */
function worldLandmarksOf(hand: HandPose) {
  const { joints3d } = hand;
  const sum = joints3d.reduce((sum, joint) => add3(sum, joint));
  const centre = scale3(sum, 1 / joints3d.length);
  return joints3d.map((joint, i) => landmark(scale3(subtract3(joint, centre), 1e-3), hand, i));
}

function landmark([x, y, z]: Vec3, { jointScores }: HandPose, joint: number) {
  return { x: rounded(x), y: rounded(y), z: rounded(z), visibility: jointScores?.[joint] ?? 0 };
}

function rounded(value: number): number {
  return Number(value.toFixed(DECIMALS));
}
