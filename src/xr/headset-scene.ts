import { DirectionalLight, Group, HemisphereLight, Scene } from 'three';
import type { CameraIntrinsics } from '../hands/camera-intrinsics.ts';
import { HAND_SIDES, perHand } from '../hands/hand-side.ts';
import type { PoseFrame } from '../hands/pose-frame.ts';
import { HAND_TONES } from '../render/hand-colours.ts';
import { HandMesh } from '../render/hand-mesh.ts';
import { PicturePlane } from './picture-plane.ts';

/**
 * What is seen in a headset, in metres: both hands at their true size and place before the head, for
 * the camera sits on it, and the camera's picture behind them where it is wanted. It owns its
 * meshes and its texture: dispose it.
 */
export class HeadsetScene implements Disposable {
  readonly scene = new Scene();
  readonly hands = perHand((side) => new HandMesh(HAND_TONES[side].mid));
  readonly #picture = new PicturePlane();
  /** Where the head was when the last frame came. */
  readonly #head = new Group();

  constructor() {
    const millimetres = new Group();
    millimetres.scale.setScalar(1e-3);
    millimetres.add(...HAND_SIDES.map((side) => this.hands[side].group));
    this.#head.matrixAutoUpdate = false;
    this.#head.add(this.#picture.mesh, millimetres);
    const sun = new DirectionalLight(0xffffff, 2);
    sun.position.set(0.2, 0.5, 0.3);
    this.scene.add(new HemisphereLight(0xffffff, 0x8090a8, 2), sun, this.#head);
  }

  placeHands({ hands }: PoseFrame): void {
    for (const side of HAND_SIDES) this.hands[side].place(hands[side]?.joints3d ?? null);
  }

  /**
   * @param image lent: a clone of it is shown
   * @param distanceMm from the head
   */
  showPicture(image: VideoFrame, camera: CameraIntrinsics, distanceMm: number): void {
    this.#picture.show(image, camera, distanceMm);
  }

  /** @param matrix of the head in the room, column by column (XRRigidTransform.matrix) */
  moveHead(matrix: ArrayLike<number>): void {
    this.#head.matrix.fromArray(matrix);
    this.#head.matrixWorldNeedsUpdate = true;
  }

  [Symbol.dispose](): void {
    for (const side of HAND_SIDES) this.hands[side][Symbol.dispose]();
    this.#picture[Symbol.dispose]();
  }
}
