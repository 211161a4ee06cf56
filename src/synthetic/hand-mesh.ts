import {
  BufferAttribute,
  Color,
  MeshLambertMaterial,
  SkinnedMesh,
  type Bone,
  type BufferGeometry,
  type Group,
} from 'three';
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import type { PosedHand } from './rig.ts';
import type { RestSkeleton } from './rest-skeleton.ts';
import { FINGER_METACARPALS, WEB_XR_JOINTS } from '../hands/web-xr-joints.ts';

/** sRGB. */
const BACK_OF_HAND = 0xc98f6e;
const PALM = 0xe6b196;
const FINGERTIP = 0xdf8f7c;

/** One skinned hand of the scene; it owns its geometry and material. */
export class HandMesh implements Disposable {
  /** In metres and camera axes; to be hung under a node that turns these into three's. */
  readonly object: Group;
  readonly #mesh: SkinnedMesh;
  readonly #bones: readonly Bone[];
  readonly #skin = new MeshLambertMaterial({ vertexColors: true });

  private constructor(object: Group, mesh: SkinnedMesh, bones: readonly Bone[]) {
    this.object = object;
    this.#mesh = mesh;
    this.#mesh.material = this.#skin;
    this.#bones = bones;
  }

  static async parse(glb: ArrayBuffer, rest: RestSkeleton): Promise<HandMesh> {
    const { scene } = await new GLTFLoader().parseAsync(glb, '');
    const mesh = scene.getObjectsByProperty('isSkinnedMesh', true)[0];
    if (!(mesh instanceof SkinnedMesh)) throw new Error('hand mesh has no skin');
    const bones = WEB_XR_JOINTS.map((name) => {
      const bone = mesh.skeleton.bones.find((bone) => bone.name === name);
      if (!bone) throw new Error(`hand mesh has no bone ${name}`);
      return bone;
    });
    paintSkin(mesh.geometry, rest);
    for (const material of [mesh.material].flat()) material.dispose();
    // Its bounds are those of the rest pose, which is somewhere else.
    mesh.frustumCulled = false;
    return new HandMesh(scene, mesh, bones);
  }

  /** Bends the mesh; the bones are all children of one untransformed node, so these are absolute. */
  pose({ positions, rotations }: PosedHand): void {
    for (const [joint, bone] of this.#bones.entries()) {
      const [x, y, z] = positions[joint]!;
      bone.position.set(x / 1000, y / 1000, z / 1000);
      bone.quaternion.set(...rotations[joint]!);
    }
  }

  [Symbol.dispose](): void {
    this.#mesh.geometry.dispose();
    this.#mesh.skeleton.dispose();
    this.#skin.dispose();
  }
}

/** Gives each vertex its skin colour: a lighter palm, redder fingertips. */
function paintSkin(geometry: BufferGeometry, rest: RestSkeleton): void {
  const position = geometry.getAttribute('position');
  const normal = geometry.getAttribute('normal');
  const palmward = Math.sign(rest.positions[0]![0]) * -1;
  const tips = [4, ...FINGER_METACARPALS.map((metacarpal) => metacarpal + 4)];
  const back = new Color(BACK_OF_HAND);
  const palm = new Color(PALM);
  const tip = new Color(FINGERTIP);
  const colour = new Color();
  const colours = new Float32Array(position.count * 3);
  for (let vertex = 0; vertex < position.count; vertex++) {
    const facing = normal.getX(vertex) * palmward;
    const nearTip = Math.min(
      ...tips.map((joint) => {
        const [x, y, z] = rest.positions[joint]!;
        return Math.hypot(
          position.getX(vertex) * 1000 - x,
          position.getY(vertex) * 1000 - y,
          position.getZ(vertex) * 1000 - z,
        );
      }),
    );
    colour.copy(back).lerp(palm, Math.min(1, Math.max(0, 0.5 + facing)));
    colour.lerp(tip, 0.55 * Math.min(1, Math.max(0, 1 - nearTip / 20)));
    colour.toArray(colours, vertex * 3);
  }
  geometry.setAttribute('color', new BufferAttribute(colours, 3));
}
