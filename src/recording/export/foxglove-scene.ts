import { HAND_SIDES, type HandSide } from '../../hands/hand-side.ts';
import { BONES } from '../../hands/joints.ts';
import type { HandPose } from '../../hands/pose-frame.ts';
import type { Vec3 } from '../../hands/vectors.ts';
import type { PoseStreamFrame } from '../pose-stream.ts';

/** A moment as Foxglove writes it. */
export interface FoxgloveTime {
  readonly sec: number;
  readonly nsec: number;
}

/** The frame that hands are given in: camera space, m. */
const CAMERA = 'camera';

const JOINT_DIAMETER_M = 0.01;
const BONE_THICKNESS_M = 0.004;

/** foxglove.LineType LINE_LIST: each two points are a line of their own. */
const LINE_LIST = 2;
/** foxglove.SceneEntityDeletionType MATCHING_ID. */
const MATCHING_ID = 0;

/** The middle tones of the overlay (src/render/hand-colours.ts). */
const COLOURS = {
  right: { r: 1, g: 0.65, b: 0.1, a: 1 },
  left: { r: 0.25, g: 0.66, b: 1, a: 1 },
} as const satisfies Record<HandSide, object>;

const NO_OTHER_SHAPES = {
  arrows: [],
  cubes: [],
  cylinders: [],
  triangles: [],
  texts: [],
  models: [],
};

const NO_TURN = { x: 0, y: 0, z: 0, w: 1 };
const ORIGIN = { x: 0, y: 0, z: 0 };

/** foxglove.SceneUpdate: a ball for each joint, a line for each bone; a hand that left is deleted. */
export function sceneUpdate({ hands }: PoseStreamFrame, timestamp: FoxgloveTime) {
  return {
    deletions: HAND_SIDES.filter((side) => !hands[side]).map((id) => ({
      timestamp,
      type: MATCHING_ID,
      id,
    })),
    entities: HAND_SIDES.flatMap((side) => {
      const hand = hands[side];
      return hand ? [handEntity(side, hand, timestamp)] : [];
    }),
  };
}

/**
 * foxglove.FrameTransform: the camera in a world whose z is up and whose x is the camera's view,
 * as viewers show it. Camera space (x right, y down, z forward) is what they call optical.
 */
export function cameraTransform(timestamp: FoxgloveTime) {
  return {
    timestamp,
    parent_frame_id: 'world',
    child_frame_id: CAMERA,
    translation: ORIGIN,
    rotation: { x: -0.5, y: 0.5, z: -0.5, w: 0.5 },
  };
}

function handEntity(id: HandSide, { joints3d, score }: HandPose, timestamp: FoxgloveTime) {
  const color = COLOURS[id];
  const points = joints3d.map(inMetres);
  const size = { x: JOINT_DIAMETER_M, y: JOINT_DIAMETER_M, z: JOINT_DIAMETER_M };
  const bones = {
    type: LINE_LIST,
    pose: { position: ORIGIN, orientation: NO_TURN },
    thickness: BONE_THICKNESS_M,
    scale_invariant: false,
    points,
    color,
    colors: [],
    indices: BONES.flat(),
  };
  return {
    timestamp,
    frame_id: CAMERA,
    id,
    lifetime: { sec: 0, nsec: 0 },
    frame_locked: true,
    metadata: [{ key: 'score', value: String(score) }],
    spheres: points.map((position) => ({
      pose: { position, orientation: NO_TURN },
      size,
      color,
    })),
    lines: [bones],
    ...NO_OTHER_SHAPES,
  };
}

function inMetres([x, y, z]: Vec3) {
  return { x: x / 1000, y: y / 1000, z: z / 1000 };
}
