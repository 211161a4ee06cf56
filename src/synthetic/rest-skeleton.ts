import type { Vec3 } from '../hands/vectors.ts';
import type { Rotation } from '../hands/rotation.ts';
import { WEB_XR_JOINTS } from '../hands/web-xr-joints.ts';

/** The 25 WebXR joints of a hand mesh as it was modelled, in the mesh's own axes. */
export interface RestSkeleton {
  /** mm. */
  readonly positions: readonly Vec3[];
  /** Joint axes to mesh axes: -z along the bone, +y out of the back of the hand, x across. */
  readonly rotations: readonly Rotation[];
}

const GLB_MAGIC = 0x46546c67;
const JSON_CHUNK = 0x4e4f534a;
const HEADER_BYTES = 20;

interface GltfNode {
  readonly name?: string;
  readonly translation?: Vec3;
  readonly rotation?: Rotation;
}

interface Gltf {
  readonly nodes: readonly GltfNode[];
}

/**
 * Reads the joints out of a generic-hand .glb. Its bones are all children of one untransformed
 * node (checked by the tests), so a node's own translation and rotation are the mesh's.
 * @throws Error when it is no binary glTF or a joint is missing: the file ships with the app
 */
export function readRestSkeleton(glb: ArrayBuffer): RestSkeleton {
  const view = new DataView(glb);
  if (view.getUint32(0, true) !== GLB_MAGIC || view.getUint32(16, true) !== JSON_CHUNK) {
    throw new Error('hand mesh is not a binary glTF file');
  }
  const json = new Uint8Array(glb, HEADER_BYTES, view.getUint32(12, true));
  const { nodes }: Gltf = JSON.parse(new TextDecoder().decode(json));
  const bones = WEB_XR_JOINTS.map((name) => {
    const bone = nodes.find((node) => node.name === name);
    if (!bone?.translation || !bone.rotation) throw new Error(`hand mesh has no joint ${name}`);
    return { position: bone.translation, rotation: bone.rotation };
  });
  return {
    positions: bones.map(({ position: [x, y, z] }) => [x * 1000, y * 1000, z * 1000]),
    rotations: bones.map(({ rotation }) => unit(rotation)),
  };
}

/** The file's float32 quaternions are off by 1e-7, enough to stretch bones measurably. */
function unit([x, y, z, w]: Rotation): Rotation {
  const length = Math.hypot(x, y, z, w);
  return [x / length, y / length, z / length, w / length];
}
