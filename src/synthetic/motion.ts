import type { HandSide, PerHand } from '../hands/hand-side.ts';
import { add3, type Vec3 } from '../hands/vectors.ts';
import { blendPairs } from './blend-poses.ts';
import type { FingerPose, HandPose, Turn } from './hand-pose.ts';
import { SCENES, type PairPose, type SceneName } from './scenes.ts';

/** Both hands at one moment, each in camera space, and what they do. */
export interface MovingHands {
  readonly label: string;
  readonly pair: PairPose;
}

/** Every scene comes back to its start after this long, ms. */
export const LOOP_MS = 24_000;

/** The pair at a time of the scene: its steps in turn, and a slow movement that never rests. */
export function moveHands(scene: SceneName, timeMs: number): MovingHands {
  const time = ((timeMs % LOOP_MS) + LOOP_MS) % LOOP_MS;
  const { label, pair } = atStep(scene, time);
  return {
    label,
    pair: {
      ...pair,
      centre: add3(pair.centre, [
        9 * wave(time, 3, 0.1),
        6 * wave(time, 4, 0.4),
        16 * wave(time, 2, 0.7),
      ]),
      turn: sway(pair.turn, {
        // Touching hands differ in depth only by turning together.
        yaw: (17 - 8 * pair.freedom) * wave(time, 3, 0.55),
        pitch: 4 * wave(time, 2, 0.2),
        roll: 3 * wave(time, 4, 0.9),
      }),
      right: wander(pair.right, 'right', pair.freedom, time),
      left: wander(pair.left, 'left', pair.freedom, time),
    },
  };
}

function atStep(scene: SceneName, time: number): MovingHands {
  const steps = SCENES[scene];
  let start = 0;
  for (const [at, step] of steps.entries()) {
    const next = steps[(at + 1) % steps.length]!;
    const passed = time - start;
    if (passed <= step.holdMs) return { label: step.label, pair: step };
    const share = (passed - step.holdMs) / step.moveMs;
    if (share < 1) {
      return {
        label: share < 0.5 ? step.label : next.label,
        pair: blendPairs(step, next, smoothstep(share)),
      };
    }
    start += step.holdMs + step.moveMs;
  }
  return { label: steps[0]!.label, pair: steps[0]! };
}

/** Rises from 0 to 1 with no speed at either end. */
function smoothstep(x: number): number {
  return x * x * (3 - 2 * x);
}

/** A sine of `rounds` whole rounds a loop, so that the loop closes; `phase` in rounds. */
function wave(timeMs: number, rounds: number, phase: number): number {
  return Math.sin(2 * Math.PI * ((timeMs * rounds) / LOOP_MS + phase));
}

function sway(turn: Turn, by: Turn): Turn {
  return { yaw: turn.yaw + by.yaw, pitch: turn.pitch + by.pitch, roll: turn.roll + by.roll };
}

/** Phases, in rounds, that keep the hands from moving in step. */
const PHASES: PerHand<number> = { right: 0, left: 0.37 };

/** A free hand's own movement: where it is, how the wrist turns, and fingers that never quite rest. */
function wander(pose: HandPose, side: HandSide, freedom: number, time: number): HandPose {
  const phase = PHASES[side];
  const drift: Vec3 = [
    8 * freedom * wave(time, 3, phase),
    9 * freedom * wave(time, 4, phase + 0.3),
    34 * freedom * wave(time, 2, phase + 0.6),
  ];
  const flex = (finger: FingerPose, at: number): FingerPose => ({
    ...finger,
    knuckle: finger.knuckle + 5 * freedom * wave(time, 5, phase + at * 0.08),
    bend: finger.bend + 5 * freedom * (1 + wave(time, 6, phase + 0.1 + at * 0.08)),
  });
  const [index, middle, ring, pinky] = pose.fingers;
  return {
    ...pose,
    wrist: add3(pose.wrist, drift),
    turn: sway(pose.turn, {
      yaw: 8 * freedom * wave(time, 4, phase + 0.2),
      pitch: 5 * freedom * wave(time, 3, phase + 0.5),
      roll: 4 * freedom * wave(time, 5, phase + 0.8),
    }),
    fingers: [flex(index, 0), flex(middle, 1), flex(ring, 2), flex(pinky, 3)],
  };
}
