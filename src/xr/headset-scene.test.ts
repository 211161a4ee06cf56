import { InstancedMesh, Matrix4, Quaternion, Vector3, type Object3D } from 'three';
import { describe, expect, test } from 'vitest';
import { FakeVideoFrame, fakeImage } from '../../tests/fake-frame.ts';
import { defaultIntrinsics } from '../hands/camera-intrinsics.ts';
import type { HandPose, PoseFrame } from '../hands/pose-frame.ts';
import type { Vec3 } from '../hands/vectors.ts';
import { HeadsetScene } from './headset-scene.ts';

/** A right hand 40 cm before the camera, its wrist 10 cm to the right and 5 cm down. */
const joints3d = Array.from({ length: 21 }, (_, joint): Vec3 => [100, 50 - 4 * joint, 400]);
const right: HandPose = {
  score: 1,
  joints2d: joints3d.map(() => [0, 0]),
  joints3d,
  rootDepth: { mm: 400, from: 'hand-size' },
};
const poses: PoseFrame = { index: 0, time: 0, hands: { right, left: null }, relativeDepth: null };

function jointInRoom({ scene, hands }: HeadsetScene, joint: number): Vector3 {
  scene.updateMatrixWorld();
  const [joints] = hands.right.group.children;
  if (!(joints instanceof InstancedMesh)) throw new Error('no joints');
  const matrix = new Matrix4();
  joints.getMatrixAt(joint, matrix);
  return new Vector3().setFromMatrixPosition(matrix.premultiply(joints.matrixWorld));
}

/** How far a point is from where it should be, m. */
function away(point: Vector3, [x, y, z]: Vec3): number {
  return point.distanceTo(new Vector3(x, y, z));
}

describe('the scene of a headset', () => {
  test('shows hands in metres before the head: x right, y up, -z forward', () => {
    using scene = new HeadsetScene();
    scene.placeHands(poses);
    expect(away(jointInRoom(scene, 0), [0.1, -0.05, -0.4])).toBeLessThan(1e-6);
    expect(away(jointInRoom(scene, 20), [0.1, 0.03, -0.4])).toBeLessThan(1e-6);
  });

  test('takes them along with the head, which the camera sits on', () => {
    using scene = new HeadsetScene();
    scene.placeHands(poses);
    // 1.6 m up, turned a quarter to the left: forward is -x, right is -z.
    const turned = new Quaternion().setFromAxisAngle(new Vector3(0, 1, 0), Math.PI / 2);
    const head = new Matrix4().compose(new Vector3(0, 1.6, 0), turned, new Vector3(1, 1, 1));
    scene.moveHead(head.elements);
    expect(away(jointInRoom(scene, 0), [-0.4, 1.55, -0.1])).toBeLessThan(1e-6);
  });

  test('hides an absent hand', () => {
    using scene = new HeadsetScene();
    scene.placeHands(poses);
    expect(scene.hands.right.group.visible).toBe(true);
    expect(scene.hands.left.group.visible).toBe(false);
    scene.placeHands({ ...poses, hands: { right: null, left: null } });
    expect(scene.hands.right.group.visible).toBe(false);
  });

  test('shows the picture as large as the camera saw it, and keeps one clone at most', () => {
    const image = fakeImage();
    const scene = new HeadsetScene();
    const camera = defaultIntrinsics(640, 480);
    const before = FakeVideoFrame.open;
    scene.showPicture(image, camera, 1000);
    scene.showPicture(image, camera, 1000);
    expect(FakeVideoFrame.open).toBe(before + 1);
    const plane = find(scene.scene, (each) => each.renderOrder === -1);
    expect(away(plane.position, [0, 0, -1])).toBeLessThan(1e-6);
    expect(away(plane.scale, [1, 0.75, 1])).toBeLessThan(1e-6); // the longer side is as long as the focal length
    scene[Symbol.dispose]();
    expect(FakeVideoFrame.open).toBe(before);
    image.close();
  });
});

function find(root: Object3D, wanted: (object: Object3D) => boolean): Object3D {
  let found: Object3D | undefined;
  root.traverse((object) => (wanted(object) ? (found = object) : undefined));
  if (!found) throw new Error('not in the scene');
  return found;
}
