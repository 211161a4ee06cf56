import type { HandLandmarkerResult } from '@mediapipe/tasks-vision';
import { boxOfPoints } from '../hands/bounding-box.ts';
import type { HandDetection } from '../hands/hand-detection.ts';
import type { HandSide } from '../hands/hand-side.ts';
import { WRIST } from '../hands/joints.ts';
import { subtract3, type Vec2, type Vec3 } from '../hands/vectors.ts';

/** Size of the source frame, px. */
export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

const MM_PER_METRE = 1000;

/**
 * MediaPipe's result in the project's words: normalised coordinates become px, metres about the
 * hand's centre become mm from the wrist (same axes), best hand first. With tasks-vision 1.1.0
 * 'Left' is the person's own left on an unmirrored picture (a test pins it); older versions and
 * much documentation say the opposite.
 */
export function handDetections(
  { landmarks, worldLandmarks, handedness }: HandLandmarkerResult,
  { width, height }: FrameSize,
): HandDetection[] {
  return landmarks
    .map((hand, i): HandDetection => {
      const label = handedness[i]?.[0];
      const points = hand.map(({ x, y }): Vec2 => [x * width, y * height]);
      const world = (worldLandmarks[i] ?? []).map(({ x, y, z }): Vec3 => [
        x * MM_PER_METRE,
        y * MM_PER_METRE,
        z * MM_PER_METRE,
      ]);
      const wrist = world[WRIST];
      if (!label || !wrist) throw new Error('HandLandmarker gave a hand without label or world');
      return {
        box: boxOfPoints(points),
        side: sideOf(label.categoryName),
        score: label.score,
        landmarks: points,
        worldLandmarks: world.map((joint) => subtract3(joint, wrist)),
      };
    })
    .sort((a, b) => b.score - a.score);
}

function sideOf(label: string): HandSide {
  if (label === 'Left') return 'left';
  if (label === 'Right') return 'right';
  throw new Error(`unknown handedness ${label}`);
}
