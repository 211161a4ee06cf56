import fc from 'fast-check';
import { Matrix4, Quaternion, Vector3 } from 'three';
import { describe, expect, test } from 'vitest';
import { maxDifference } from '../../tests/max-difference.ts';
import { composePoses, inversePose, NO_MOVE, poseMatrix, type RigidPose } from './rigid-pose.ts';

const part = fc.double({ min: -2, max: 2, noNaN: true });
const turns = fc
  .tuple(part, part, part, part)
  .filter((turn) => Math.hypot(...turn) > 1e-3)
  .map((turn) => new Quaternion(...turn).normalize());
const poses = fc.tuple(part, part, part, turns).map(([x, y, z, turn]): RigidPose => ({
  position: [x, y, z],
  orientation: [turn.x, turn.y, turn.z, turn.w],
}));

/** three.js's word on the same pose. */
function threeMatrix({ position, orientation }: RigidPose): Matrix4 {
  return new Matrix4().compose(
    new Vector3(...position),
    new Quaternion(...orientation),
    new Vector3(1, 1, 1),
  );
}

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(maxDifference(actual, expected)).toBeLessThan(1e-9);
}

describe('rigid poses', () => {
  test('have the matrix that three.js gives them', () => {
    fc.assert(
      fc.property(poses, (pose) => expectClose(poseMatrix(pose), threeMatrix(pose).elements)),
    );
  });

  test('compose as their matrices multiply', () => {
    fc.assert(
      fc.property(poses, poses, (a, b) =>
        expectClose(
          poseMatrix(composePoses(a, b)),
          threeMatrix(a).multiply(threeMatrix(b)).elements,
        ),
      ),
    );
  });

  test('undo themselves with their inverse', () => {
    fc.assert(
      fc.property(poses, (pose) => {
        const undone = composePoses(pose, inversePose(pose));
        expectClose(poseMatrix(undone), poseMatrix(NO_MOVE));
      }),
    );
  });
});
