import {
  Color,
  CylinderGeometry,
  Group,
  InstancedMesh,
  Matrix4,
  MeshStandardMaterial,
  Quaternion,
  SphereGeometry,
  Vector3,
} from 'three';
import type { Vec3 } from '../hands/vectors.ts';
import { BONES, JOINT_COUNT } from '../hands/joints.ts';

const JOINT_RADIUS_MM = 5.5;
const BONE_RADIUS_MM = 3.2;
const UP = new Vector3(0, 1, 0);

/** One hand in 3D: 21 spheres and 20 cylinders in two draw calls, made once, moved each frame. */
export class HandMesh implements Disposable {
  readonly group = new Group();
  readonly #material: MeshStandardMaterial;
  readonly #joints: InstancedMesh;
  readonly #bones: InstancedMesh;
  readonly #matrix = new Matrix4();
  readonly #turn = new Quaternion();
  readonly #from = new Vector3();
  readonly #to = new Vector3();
  readonly #along = new Vector3();
  readonly #size = new Vector3();

  /** @param colour 0xRRGGBB */
  constructor(colour: number) {
    this.#material = new MeshStandardMaterial({ color: new Color(colour), roughness: 0.55 });
    this.#joints = new InstancedMesh(
      new SphereGeometry(JOINT_RADIUS_MM, 16, 12),
      this.#material,
      JOINT_COUNT,
    );
    this.#bones = new InstancedMesh(
      new CylinderGeometry(BONE_RADIUS_MM, BONE_RADIUS_MM, 1, 10, 1, true),
      this.#material,
      BONES.length,
    );
    this.#joints.frustumCulled = false;
    this.#bones.frustumCulled = false;
    this.group.add(this.#joints, this.#bones);
    this.group.visible = false;
  }

  /** @param joints 21 joints in camera space, mm; null hides the hand */
  place(joints: readonly Vec3[] | null): void {
    this.group.visible = joints !== null;
    if (!joints) return;
    for (let joint = 0; joint < JOINT_COUNT; joint++) {
      toWorld(joints[joint]!, this.#to);
      this.#joints.setMatrixAt(joint, this.#matrix.makeTranslation(this.#to));
    }
    for (let bone = 0; bone < BONES.length; bone++) {
      const [from, to] = BONES[bone]!;
      toWorld(joints[from]!, this.#from);
      toWorld(joints[to]!, this.#to);
      this.#along.subVectors(this.#to, this.#from);
      const length = this.#along.length() || 1;
      this.#turn.setFromUnitVectors(UP, this.#along.divideScalar(length));
      this.#from.add(this.#to).multiplyScalar(0.5);
      this.#matrix.compose(this.#from, this.#turn, this.#size.set(1, length, 1));
      this.#bones.setMatrixAt(bone, this.#matrix);
    }
    this.#joints.instanceMatrix.needsUpdate = true;
    this.#bones.instanceMatrix.needsUpdate = true;
  }

  [Symbol.dispose](): void {
    for (const mesh of [this.#joints, this.#bones]) {
      mesh.geometry.dispose();
      mesh.dispose();
    }
    this.#material.dispose();
  }
}

/** Camera space (y down, z forward) to three.js (y up, z towards the viewer); mm stay mm. */
export function toWorld([x, y, z]: Vec3, out: Vector3): Vector3 {
  return out.set(x, -y, -z);
}
