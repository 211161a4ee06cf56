import { Container, Sprite } from 'pixi.js';
import { BONES, JOINT_COUNT, WRIST } from '../hands/joints.ts';
import type { HandPose } from '../hands/pose-frame.ts';
import { nearness, toneAt, toneRamp } from './depth-shade.ts';
import type { HandTones } from './hand-colours.ts';
import type { OverlayTextures } from './overlay-textures.ts';
import { placeStick } from './place-stick.ts';
import { stageX, stageY, type StageFit } from './stage-fit.ts';

/** One hand on the stage: 20 bones and 21 joints, made once and moved each frame. */
export class HandSprites {
  readonly view = new Container({ visible: false });
  readonly #leastRadius: number;
  readonly #ramp: readonly number[];
  readonly #bones: readonly Sprite[];
  readonly #joints: readonly Sprite[];
  readonly #raw: readonly Sprite[];

  /** @param leastRadius of a joint, stage px: smaller ones are hard to see */
  constructor(textures: OverlayTextures, tones: HandTones, leastRadius: number) {
    this.#leastRadius = leastRadius;
    this.#ramp = toneRamp(tones);
    this.#bones = BONES.map(
      () => new Sprite({ texture: textures.stick, anchor: { x: 0, y: 0.5 } }),
    );
    this.#joints = discs(textures);
    this.#raw = discs(textures);
    for (const raw of this.#raw) raw.alpha = 0.55;
    this.view.addChild(...this.#bones, ...this.#joints, ...this.#raw);
  }

  /** Shows the hand where it is now, or nothing for null. */
  place(pose: HandPose | null, fit: StageFit, showRaw: boolean): void {
    this.view.visible = pose !== null;
    if (!pose) return;
    const radius = jointRadius(pose, fit, this.#leastRadius);
    const wristZ = pose.joints3d[WRIST]![2];
    for (let joint = 0; joint < JOINT_COUNT; joint++) {
      const [x, y] = pose.joints2d[joint]!;
      const near = nearness(pose.joints3d[joint]![2] - wristZ);
      const disc = this.#joints[joint]!;
      disc.position.set(stageX(fit, x), stageY(fit, y));
      disc.scale.set((2 * radius * (0.75 + 0.5 * near)) / disc.texture.width);
      disc.tint = toneAt(this.#ramp, near);
      disc.alpha = opacity(pose.jointScores?.[joint]);
    }
    for (let bone = 0; bone < BONES.length; bone++) {
      const [from, to] = BONES[bone]!;
      const start = this.#joints[from]!;
      const end = this.#joints[to]!;
      const stick = this.#bones[bone]!;
      placeStick(stick, start.x, start.y, end.x, end.y, radius * 1.1);
      stick.tint = end.tint;
      stick.alpha = Math.min(start.alpha, end.alpha);
    }
    this.#placeRaw(showRaw ? pose.raw?.joints2d : undefined, fit, radius);
  }

  #placeRaw(joints: HandPose['joints2d'] | undefined, fit: StageFit, radius: number): void {
    for (let joint = 0; joint < JOINT_COUNT; joint++) {
      const disc = this.#raw[joint]!;
      disc.visible = joints !== undefined;
      if (!joints) continue;
      const [x, y] = joints[joint]!;
      disc.position.set(stageX(fit, x), stageY(fit, y));
      disc.scale.set(radius / disc.texture.width);
    }
  }
}

function discs(textures: OverlayTextures): Sprite[] {
  return Array.from(
    { length: JOINT_COUNT },
    () => new Sprite({ texture: textures.disc, anchor: 0.5 }),
  );
}

/** Joints that the estimator is unsure of are faint, never gone. */
function opacity(score = 1): number {
  return 0.3 + 0.7 * Math.min(1, 2 * score);
}

/** A joint's radius, stage px: it grows with the hand, within what reads well. */
function jointRadius({ joints2d }: HandPose, fit: StageFit, least: number): number {
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  for (let joint = 0; joint < JOINT_COUNT; joint++) {
    const [x, y] = joints2d[joint]!;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  const size = Math.max(right - left, bottom - top) * fit.scale;
  return Math.min(10, Math.max(least, size * 0.03));
}
