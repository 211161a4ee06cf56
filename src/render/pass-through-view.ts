import type { CameraIntrinsics } from '../hands/camera-intrinsics.ts';
import type { PoseFrame } from '../hands/pose-frame.ts';
import { EYES, type Eye } from '../hands/stereo-projection.ts';
import type { LivePoseFrame } from '../streams/live-pose-frame.ts';
import { EyeView } from './eye-view.ts';
import { fitFrame, type Size } from './stage-fit.ts';
import { posesFromEye, stereoFit, type StereoLook } from './stereo-fit.ts';

/** What the pass-through view shows, and how. */
export interface PassThroughLook extends StereoLook {
  /** 'mono': the whole picture, for a monitor; 'stereo': one half of the screen for each eye. */
  readonly layout: 'mono' | 'stereo';
}

/** The last frame, without its picture: what is placed anew when the view changes. */
interface Shown {
  readonly poses: PoseFrame;
  readonly camera: CameraIntrinsics;
  readonly frame: Size;
}

/** The picture with both hands over it, once or for each eye. It owns both eyes: dispose it. */
export class PassThroughView implements Disposable {
  readonly #eyes: Readonly<Record<Eye, EyeView>>;
  readonly #rightPlace: HTMLElement;
  #look: PassThroughLook;
  #shown: Shown | null = null;

  private constructor(
    eyes: Readonly<Record<Eye, EyeView>>,
    rightPlace: HTMLElement,
    look: PassThroughLook,
  ) {
    this.#eyes = eyes;
    this.#rightPlace = rightPlace;
    this.#look = look;
  }

  /**
   * @param places one element for each eye, side by side; the right one hides while one is enough
   * @throws where the browser gives no WebGL
   */
  static async open(
    places: Readonly<Record<Eye, HTMLElement>>,
    look: PassThroughLook,
  ): Promise<PassThroughView> {
    let resized = () => {};
    const left = await EyeView.open(places.left, () => resized());
    try {
      const right = await EyeView.open(places.right, () => resized());
      const view = new PassThroughView({ left, right }, places.right, look);
      view.setLook(look);
      resized = () => view.#place();
      return view;
    } catch (error) {
      left[Symbol.dispose]();
      throw error;
    }
  }

  draw(live: LivePoseFrame): void {
    const { index, time, hands, relativeDepth, camera, frame } = live;
    const { displayWidth: width, displayHeight: height } = frame.image;
    for (const eye of this.#looking) this.#eyes[eye].paint(frame.image);
    const poses = { index, time, hands, relativeDepth };
    this.#shown = { poses, camera, frame: { width, height } };
    this.#place();
  }

  /** Changes the view at once; an eye that opens gets its picture with the next frame. */
  setLook(look: PassThroughLook): void {
    this.#look = look;
    this.#rightPlace.hidden = look.layout === 'mono';
    this.#place();
  }

  get #looking(): readonly Eye[] {
    return this.#look.layout === 'stereo' ? EYES : ['left'];
  }

  #place(): void {
    if (!this.#shown) return;
    const { poses, camera, frame } = this.#shown;
    if (this.#look.layout === 'mono') {
      const { left } = this.#eyes;
      return left.place(poses, fitFrame(frame, left.size, this.#look.mirrored), frame);
    }
    for (const eye of EYES) {
      const view = this.#eyes[eye];
      const fit = stereoFit(eye, camera, frame, view.size, this.#look);
      view.place(posesFromEye(poses, eye, camera, this.#look), fit, frame);
    }
  }

  [Symbol.dispose](): void {
    for (const eye of EYES) this.#eyes[eye][Symbol.dispose]();
  }
}
