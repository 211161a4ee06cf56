import * as fc from 'fast-check';
import { Euler, Quaternion } from 'three';
import { expect, test } from 'vitest';
import type { Rotation } from '../../hands/rotation.ts';
import { eulerAngles, type EulerAngles } from './euler-angles.ts';

const angle = fc.double({ min: -720, max: 720, noNaN: true });
const angles = fc.tuple(angle, fc.oneof(angle, fc.constantFrom(90, -90, 89.9999999)), angle);

/** three.js' own; its order ZYX is Rz Ry Rx too. */
function rotationOf([z, y, x]: EulerAngles): Quaternion {
  const radians = [x, y, z].map((degrees) => (degrees * Math.PI) / 180) as [number, number, number];
  return new Quaternion().setFromEuler(new Euler(...radians, 'ZYX'));
}

test('gives back the rotation, also in gimbal lock, and next to the angles before', () => {
  fc.assert(
    fc.property(angles, angles, (made, before) => {
      const quaternion = rotationOf(made);
      const { x, y, z, w } = quaternion;
      const rotation: Rotation = [x, y, z, w];
      const found = eulerAngles(rotation, before);
      expect(rotationOf(found).angleTo(quaternion)).toBeLessThan(1e-5);
      for (const [axis, value] of found.entries()) {
        expect(Math.abs(value - before[axis]!)).toBeLessThanOrEqual(180 + 1e-9);
      }
    }),
  );
});
