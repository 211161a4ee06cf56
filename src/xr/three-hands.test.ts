import { InstancedMesh, Matrix4, Scene, Vector3 } from 'three';
import { XRHandModelFactory } from 'three/examples/jsm/webxr/XRHandModelFactory.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { stubDomPoint } from '../../tests/fake-dom-point.ts';
import { poseFrame, poseHand } from '../../tests/pose-hand.ts';
import { webXrHand } from '../hands/web-xr-hand.ts';
import { ThreeHands } from './three-hands.ts';
import { WebcamSession } from './webcam-session.ts';

beforeAll(stubDomPoint);

const left = poseHand('left');

/** The left hand with one of three's own models on it, as on a headset. */
function leftModel(profile: 'spheres' | 'boxes') {
  const session = new WebcamSession();
  const three = new ThreeHands(session);
  const model = new XRHandModelFactory().createHandModel(three.hands.left, profile);
  const scene = new Scene();
  three.hands.left.add(model);
  scene.add(three.hands.left);
  return { session, three, model, scene };
}

describe("three.js's hand models on webcam hands", () => {
  for (const profile of ['spheres', 'boxes'] as const) {
    test(`${profile} lie where the joints are`, () => {
      const { session, three, model, scene } = leftModel(profile);
      three.update(session.update(poseFrame({ left })));
      scene.updateMatrixWorld();
      const [mesh] = model.children;
      if (!(mesh instanceof InstancedMesh)) throw new Error('no model');
      expect(mesh.count).toBe(25);
      const matrix = new Matrix4();
      for (const [joint, { position, radius }] of webXrHand(left.joints3d, 'left').entries()) {
        mesh.getMatrixAt(joint, matrix);
        const at = new Vector3().setFromMatrixPosition(matrix);
        expect(at.distanceTo(new Vector3(...position))).toBeLessThan(1e-6);
        expect(matrix.getMaxScaleOnAxis()).toBeCloseTo(radius, 6);
      }
    });
  }

  test('a hand that goes takes its model along, and comes back with a new one', () => {
    const { session, three, model } = leftModel('spheres');
    three.update(session.update(poseFrame({ left })));
    expect(three.hands.left.visible).toBe(true);
    three.update(session.update(poseFrame({})));
    expect(three.hands.left.visible).toBe(false);
    expect(model.children).toHaveLength(0);
    three.update(session.update(poseFrame({ left })));
    expect(model.children).toHaveLength(1);
  });

  test('thumb and index finger that meet are a pinch', () => {
    const { session, three } = leftModel('spheres');
    const told: string[] = [];
    three.hands.left.addEventListener('pinchstart', () => told.push('start'));
    three.hands.left.addEventListener('pinchend', () => told.push('end'));
    const joints3d = left.joints3d.with(8, left.joints3d[4]!);
    three.update(session.update(poseFrame({ left: { ...left, joints3d } })));
    three.update(session.update(poseFrame({ left })));
    expect(told).toEqual(['start', 'end']);
  });
});
