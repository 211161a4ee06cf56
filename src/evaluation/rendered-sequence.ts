import type { CameraIntrinsics } from '../hands/camera-intrinsics.ts';
import type { GroundTruth } from '../hands/ground-truth.ts';
import { perHand } from '../hands/hand-side.ts';
import { fromInterhandOrder } from '../hands/interhand-joints.ts';
import { JOINT_COUNT, WRIST } from '../hands/joints.ts';
import type { HandJoints } from '../hands/pose-frame.ts';
import { JsonEntry } from './json-entry.ts';
import type { NamedJson } from './named-json.ts';

/** Frames that `python -m handgen sequences` has rendered, with their exact truth. */
export interface RenderedSequence {
  readonly framesPerSecond: number;
  /** px. */
  readonly width: number;
  readonly height: number;
  readonly camera: CameraIntrinsics;
  /** A file beside the JSON whose bytes from `offset` on are the frames: RGB, row by row. */
  readonly pictures: { readonly file: string; readonly offset: number };
  readonly frames: readonly GroundTruth[];
}

/**
 * Reads what training/handgen/sequence_truth.py writes.
 * @throws MalformedFile
 */
export function readRenderedSequence({ file, json }: NamedJson): RenderedSequence {
  const sequence = new JsonEntry(file, json);
  const camera = sequence.get('camera');
  const [fx, fy, cx, cy] = [
    camera.get('fx').number(),
    camera.get('fy').number(),
    camera.get('cx').number(),
    camera.get('cy').number(),
  ];
  const pictures = sequence.get('pictures');
  return {
    framesPerSecond: sequence.get('framesPerSecond').number(),
    width: sequence.get('width').number(),
    height: sequence.get('height').number(),
    camera: { fx, fy, cx, cy, from: 'calibrated' },
    pictures: { file: pictures.get('file').text(), offset: pictures.get('offset').number() },
    frames: sequence.get('frames').items().map(readTruth),
  };
}

/** What one frame shows; 21 joints a hand in InterHand2.6M's order, null for a hand that is not there. */
export function readTruth(frame: JsonEntry): GroundTruth {
  const hands = perHand((side) => readHand(frame.get(side)));
  const depthOf = (hand: HandJoints) => hand.joints3d[WRIST]![2];
  const { right, left } = hands;
  return {
    hands,
    relativeDepthMm: right && left && depthOf(left) - depthOf(right),
    scene: frame.get('scene').text(),
  };
}

function readHand(hand: JsonEntry): HandJoints | null {
  if (hand.isNull()) return null;
  // One hand's 21 run alike on both sides.
  const joints = (key: string) => fromInterhandOrder(hand.get(key).items(JOINT_COUNT), 'right');
  return {
    joints2d: joints('joints2d').map((joint) => joint.numbers(2)),
    joints3d: joints('joints3d').map((joint) => joint.numbers(3)),
  };
}
