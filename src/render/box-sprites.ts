import { Container, Sprite } from 'pixi.js';
import type { BoundingBox } from '../hands/bounding-box.ts';
import type { LivePoseFrame } from '../streams/live-pose-frame.ts';
import { HAND_TONES } from './hand-colours.ts';
import type { OverlayTextures } from './overlay-textures.ts';
import { placeStick } from './place-stick.ts';
import { stageX, stageY, type StageFit } from './stage-fit.ts';

/** Two hands, a third one that is ignored, and three crops at most are worth showing. */
const CAPACITY = 8;
const CROP = 0xffffff;
const IGNORED = 0x9aa3b2;

/** The detector's boxes in the hands' colours and the planned crops in white; retained frames. */
export class BoxSprites {
  readonly view = new Container({ visible: false });
  readonly #boxes: readonly (readonly Sprite[])[];

  constructor(textures: OverlayTextures) {
    this.#boxes = Array.from({ length: CAPACITY }, () =>
      Array.from(
        { length: 4 },
        () => new Sprite({ texture: textures.stick, anchor: { x: 0, y: 0.5 } }),
      ),
    );
    this.view.addChild(...this.#boxes.flat());
  }

  place(live: LivePoseFrame, fit: StageFit): void {
    let used = 0;
    for (const { box } of live.crops.crops) this.#put(used++, box, fit, CROP, 0.55);
    for (const { box } of live.ignored) this.#put(used++, box, fit, IGNORED, 0.9);
    for (const detection of live.detections) {
      if (live.ignored.includes(detection)) continue;
      this.#put(used++, detection.box, fit, HAND_TONES[detection.side].mid, 0.9);
    }
    for (; used < CAPACITY; used++) for (const edge of this.#boxes[used]!) edge.visible = false;
  }

  #put(slot: number, box: BoundingBox, fit: StageFit, tint: number, alpha: number): void {
    const edges = this.#boxes[slot];
    if (!edges) return;
    const x0 = stageX(fit, box.x);
    const x1 = stageX(fit, box.x + box.width);
    const y0 = stageY(fit, box.y);
    const y1 = stageY(fit, box.y + box.height);
    placeStick(edges[0]!, x0, y0, x1, y0, THICKNESS);
    placeStick(edges[1]!, x1, y0, x1, y1, THICKNESS);
    placeStick(edges[2]!, x1, y1, x0, y1, THICKNESS);
    placeStick(edges[3]!, x0, y1, x0, y0, THICKNESS);
    for (const edge of edges) {
      edge.visible = true;
      edge.tint = tint;
      edge.alpha = alpha;
    }
  }
}

/** Stage px, dark rims included. */
const THICKNESS = 4;
