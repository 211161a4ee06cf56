import { describe, expect, test } from 'vitest';
import { HAND_SKELETONS, readHandMesh } from '../../tests/hand-skeletons.ts';
import { HAND_SIDES, type HandSide } from '../hands/hand-side.ts';
import { rotate } from '../hands/rotation.ts';
import { readRestSkeleton } from './rest-skeleton.ts';
import { WEB_XR_JOINTS } from '../hands/web-xr-joints.ts';

interface Gltf {
  readonly nodes: readonly { name: string; children?: number[]; translation?: number[] }[];
  readonly skins: readonly { joints: number[]; inverseBindMatrices: number }[];
  readonly accessors: readonly { bufferView: number }[];
  readonly bufferViews: readonly { byteOffset: number }[];
}

function readGltf(side: HandSide): { gltf: Gltf; binary: DataView } {
  const glb = readHandMesh(side);
  const length = new DataView(glb).getUint32(12, true);
  const gltf: Gltf = JSON.parse(new TextDecoder().decode(new Uint8Array(glb, 20, length)));
  return { gltf, binary: new DataView(glb, 20 + length + 8) };
}

describe.each(HAND_SIDES)('the %s mesh', (side) => {
  test('has all joints as children of one untransformed node', () => {
    const { nodes } = readGltf(side).gltf;
    const root = nodes.find(({ children }) => children);
    const names = root!.children!.map((child) => nodes[child]!.name);
    expect(names).toEqual(expect.arrayContaining([...WEB_XR_JOINTS]));
    expect(Object.keys(root!).sort()).toEqual(['children', 'name']);
  });

  test('is bound to its bones where its joints are', () => {
    const { gltf, binary } = readGltf(side);
    const [skin] = gltf.skins;
    const view = gltf.accessors[skin!.inverseBindMatrices]!.bufferView;
    const start = gltf.bufferViews[view]!.byteOffset;
    for (const [at, node] of skin!.joints.entries()) {
      const entry = (row: number, column: number) =>
        binary.getFloat32(start + at * 64 + (column * 4 + row) * 4, true);
      const joint = WEB_XR_JOINTS.findIndex((name) => name === gltf.nodes[node]!.name);
      const [x, y, z] = HAND_SKELETONS[side].positions[joint]!;
      for (let row = 0; row < 3; row++) {
        const moved = entry(row, 0) * x + entry(row, 1) * y + entry(row, 2) * z;
        expect(moved + entry(row, 3) * 1000).toBeCloseTo(0, 1);
      }
    }
  });

  test('has the back of the hand on the +y side of its joints', () => {
    const backwards = side === 'right' ? 1 : -1;
    for (const joint of [0, 6, 11, 16, 21]) {
      const back = rotate(HAND_SKELETONS[side].rotations[joint]!, [0, 1, 0]);
      expect(back[0] * backwards).toBeGreaterThan(0.8);
    }
  });
});

test('refuses what is no binary glTF', () => {
  expect(() => readRestSkeleton(new ArrayBuffer(64))).toThrow('not a binary glTF');
});
