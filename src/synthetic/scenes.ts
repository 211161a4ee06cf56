import type { Vec3 } from '../hands/vectors.ts';
import type { HandPose, HandShape, Turn } from './hand-pose.ts';
import { FIST, OPEN, PINCH, POINT, ROOF, THREE, TWO } from './hand-shapes.ts';
import { CLASPED_LEFT, CLASPED_RIGHT } from './clasped.ts';

/** What the hands do. */
export type SceneName = 'tour' | 'apart' | 'together' | 'clasped' | 'clasping';

/** Both hands at one moment of a scene. */
export interface PairPose {
  /** The middle between the hands in camera space, mm, and the turn of both as one body. */
  readonly centre: Vec3;
  readonly turn: Turn;
  readonly right: HandPose;
  readonly left: HandPose;
  /** How much each hand moves by itself, 0 (none: they touch) to 1. */
  readonly freedom: number;
}

/** One stop of a scene: held, then blended into the next (the last into the first). */
export interface SceneStep extends PairPose {
  /** What the hands do here, as the truth's `scene` says it. */
  readonly label: string;
  readonly holdMs: number;
  readonly moveMs: number;
}

const FACING: Turn = { yaw: 0, pitch: 0, roll: 0 };
const HOME_CENTRE: Vec3 = [0, 64, 540];

/** A hand beside its twin, palm to the camera, leaning a little outwards as arms do. */
function aside(shape: HandShape, wrist: Vec3, roll = -7): HandPose {
  return { ...shape, wrist, turn: { yaw: -3, pitch: 4, roll } };
}

const RIGHT_HOME: Vec3 = [-94, 10, -6];
const LEFT_HOME: Vec3 = [-102, 10, 10];

const OPEN_PAIR: PairPose = {
  centre: HOME_CENTRE,
  turn: FACING,
  right: aside(OPEN, RIGHT_HOME),
  left: aside(OPEN, LEFT_HOME),
  freedom: 1,
};

function gesture(right: HandShape, left: HandShape, roll = -7): PairPose {
  return {
    ...OPEN_PAIR,
    right: aside(right, RIGHT_HOME, roll),
    left: aside(left, LEFT_HOME, roll),
  };
}

/** Fingertips meet in front of the chest, wrists apart. */
const MEETING: HandPose = {
  ...ROOF,
  wrist: [-87.8, 0, 0],
  turn: { yaw: -79.9, pitch: 0, roll: 16.8 },
};

const TOGETHER_PAIR: PairPose = {
  centre: [0, 92, 480],
  turn: FACING,
  right: MEETING,
  left: MEETING,
  freedom: 0,
};

/** The same hands just before they meet. */
const NEARLY: HandPose = {
  ...MEETING,
  wrist: [-128, 0, 0],
  turn: { yaw: -62, pitch: 0, roll: 12 },
};

const NEARING_PAIR: PairPose = { ...TOGETHER_PAIR, right: NEARLY, left: NEARLY };

const CLASPED_PAIR: PairPose = {
  centre: [0, 48, 410],
  turn: FACING,
  right: CLASPED_RIGHT,
  left: CLASPED_LEFT,
  freedom: 0,
};

function step(label: string, pair: PairPose, holdMs: number, moveMs: number): SceneStep {
  return { ...pair, label, holdMs, moveMs };
}

export const SCENES: Readonly<Record<SceneName, readonly SceneStep[]>> = {
  apart: [step('apart', OPEN_PAIR, 24_000, 0)],
  together: [
    step('together', TOGETHER_PAIR, 6000, 2000),
    step('together', NEARING_PAIR, 1000, 3000),
    step('together', TOGETHER_PAIR, 6000, 2000),
    step('together', NEARING_PAIR, 1000, 3000),
  ],
  clasped: [step('clasped', CLASPED_PAIR, 24_000, 0)],
  // Into a clasp and back within 10 s: 300 frames.
  clasping: [
    step('apart', OPEN_PAIR, 1000, 1200),
    step('together', TOGETHER_PAIR, 400, 1200),
    step('clasped', CLASPED_PAIR, 3200, 2000),
    step('apart', OPEN_PAIR, 15_000, 0),
  ],
  tour: [
    step('apart', OPEN_PAIR, 4200, 700),
    step('pinch', gesture(PINCH, OPEN), 1200, 700),
    step('fist', gesture(FIST, FIST), 900, 700),
    step('point', gesture(POINT, FIST), 1100, 700),
    step('count', gesture(TWO, THREE), 1200, 700),
    step('wave', gesture(OPEN, OPEN, -13), 0, 500),
    step('wave', gesture(OPEN, OPEN, 12), 0, 500),
    step('wave', gesture(OPEN, OPEN, -13), 0, 900),
    step('together', TOGETHER_PAIR, 2800, 1200),
    step('clasped', CLASPED_PAIR, 4000, 2000),
  ],
};
