import { LatheGeometry, Mesh, MeshLambertMaterial, Vector2, Vector3 } from 'three';
import type { HandSide } from '../hands/hand-side.ts';
import type { Vec3 } from '../hands/vectors.ts';
import type { PosedHand } from './rig.ts';
import { rotate } from '../hands/rotation.ts';

/** sRGB, cloth. */
const CLOTH: Readonly<Record<HandSide, number>> = { right: 0x5d7a90, left: 0x5d7a90 };

/** The cuff begins this far behind the wrist joint, m; the mesh itself ends at 0.022. */
const CUFF_BEHIND_WRIST = 0.009;

/** How much of the way to the elbow counts against the straight line on from the hand. */
const ELBOW_SHARE = 0.35;

/** Width of the sleeve over its thickness: forearms are flat. */
const FLATNESS = 0.74;

/** Half-section of the sleeve from inside the cuff to past the elbow: radius, distance behind the cuff, m. */
const PROFILE = [
  [0.024, 0.03],
  [0.0285, 0.008],
  [0.0305, 0.001],
  [0.0322, 0],
  [0.0336, 0.002],
  [0.034, 0.008],
  [0.0335, 0.03],
  [0.039, 0.12],
  [0.048, 0.36],
] as const;

/** A sleeve from the wrist towards the elbow: the mesh ends at the wrist and is hollow. Owns its geometry. */
export class Forearm implements Disposable {
  readonly object: Mesh<LatheGeometry, MeshLambertMaterial>;
  readonly #elbow: Vector3;

  constructor(side: HandSide) {
    const outline = PROFILE.map(([radius, behind]) => new Vector2(radius, behind));
    this.object = new Mesh(
      new LatheGeometry(outline, 28),
      new MeshLambertMaterial({ color: CLOTH[side], side: 2 }),
    );
    this.object.frustumCulled = false;
    this.#elbow = new Vector3(side === 'right' ? -0.2 : 0.2, 0.34, 0.62);
  }

  /** Lays the sleeve between the straight line on from the hand and the way to where an elbow would be. */
  pose({ positions, rotations }: PosedHand): void {
    const wrist = new Vector3(...positions[0]!).divideScalar(1000);
    const axis = (local: Vec3): Vector3 => new Vector3(...rotate(rotations[0]!, local));
    const behind = axis([0, 0, 1]);
    const direction = this.#elbow
      .clone()
      .sub(wrist)
      .normalize()
      .multiplyScalar(ELBOW_SHARE)
      .add(behind)
      .normalize();
    const across = axis([1, 0, 0]);
    // Turn the sleeve's long axis (y) onto the arm, and its flat side along the hand's.
    const thick = across.clone().cross(direction).normalize();
    const wide = direction.clone().cross(thick);
    this.object.matrixAutoUpdate = false;
    this.object.matrix.makeBasis(wide, direction, thick.multiplyScalar(FLATNESS));
    this.object.matrix.setPosition(wrist.addScaledVector(behind, CUFF_BEHIND_WRIST));
  }

  [Symbol.dispose](): void {
    this.object.geometry.dispose();
    this.object.material.dispose();
  }
}
