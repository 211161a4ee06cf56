import { Container, Sprite } from 'pixi.js';
import type { ComparedEstimates, EstimatorKind, HandEstimate } from '../hands/hand-estimate.ts';
import { HAND_SIDES, perHand, type PerHand } from '../hands/hand-side.ts';
import { BONES, JOINT_COUNT } from '../hands/joints.ts';
import { ESTIMATOR_TONES } from './hand-colours.ts';
import type { OverlayTextures } from './overlay-textures.ts';
import { placeStick } from './place-stick.ts';
import { stageX, stageY, type StageFit } from './stage-fit.ts';

/** Where the dashes of a bone begin and end, shares of its length. */
const DASHES = [
  [0.12, 0.44],
  [0.56, 0.88],
] as const;
/** Stage px, dark rims included: thin beside the hand that is shown. */
const THICKNESS = 4;
const DIAMETER = 6;

/** The hands of the estimator whose word was not taken: dashed, in that estimator's colour. */
export class ComparedSprites {
  readonly view = new Container({ visible: false });
  readonly #hands: Readonly<Record<EstimatorKind, PerHand<DashedHand>>>;

  constructor(textures: OverlayTextures) {
    const pair = (kind: EstimatorKind) =>
      perHand(() => new DashedHand(textures, ESTIMATOR_TONES[kind]));
    this.#hands = { landmarker: pair('landmarker'), internet: pair('internet') };
    for (const side of HAND_SIDES) {
      this.view.addChild(this.#hands.landmarker[side].view, this.#hands.internet[side].view);
    }
  }

  place(compared: ComparedEstimates, fit: StageFit): void {
    for (const kind of ['landmarker', 'internet'] as const) {
      for (const side of HAND_SIDES) {
        const hand = compared.chosen[side] === kind ? null : compared[kind][side];
        this.#hands[kind][side].place(hand, fit);
      }
    }
  }
}

/** One hand, made once and moved each frame. */
class DashedHand {
  readonly view = new Container({ visible: false });
  readonly #dashes: readonly (readonly Sprite[])[];
  readonly #joints: readonly Sprite[];

  constructor(textures: OverlayTextures, tint: number) {
    const { stick, disc } = textures;
    this.#dashes = BONES.map(() =>
      DASHES.map(() => new Sprite({ texture: stick, anchor: { x: 0, y: 0.5 }, tint })),
    );
    this.#joints = Array.from(
      { length: JOINT_COUNT },
      () => new Sprite({ texture: disc, anchor: 0.5, tint, scale: DIAMETER / disc.width }),
    );
    this.view.addChild(...this.#dashes.flat(), ...this.#joints);
  }

  place(hand: HandEstimate | null, fit: StageFit): void {
    this.view.visible = hand !== null;
    if (!hand) return;
    for (let joint = 0; joint < JOINT_COUNT; joint++) {
      const [x, y] = hand.joints[joint]!;
      this.#joints[joint]!.position.set(stageX(fit, x), stageY(fit, y));
    }
    for (let bone = 0; bone < BONES.length; bone++) {
      const [from, to] = BONES[bone]!;
      const start = this.#joints[from]!;
      const [along, down] = [this.#joints[to]!.x - start.x, this.#joints[to]!.y - start.y];
      for (let dash = 0; dash < DASHES.length; dash++) {
        const [begin, end] = DASHES[dash]!;
        placeStick(
          this.#dashes[bone]![dash]!,
          start.x + begin * along,
          start.y + begin * down,
          start.x + end * along,
          start.y + end * down,
          THICKNESS,
        );
      }
    }
  }
}
