import { PerspectiveCamera, WebGLRenderer } from 'three';
import type { LivePoseFrame } from '../streams/live-pose-frame.ts';
import type { HeadsetMode } from './headset-mode.ts';
import { HeadsetScene } from './headset-scene.ts';
import { XrFailure, xrProblem } from './xr-failure.ts';

export interface HeadsetOptions {
  /** How far away the camera's picture lies, where the headset itself shows nothing of the room. */
  readonly pictureMm: () => number;
  /** The session is over, whoever ended it; everything is tidied up. */
  readonly onLeft: () => void;
}

/**
 * A WebXR session that shows both hands before the viewer's head. Whatever ends it (`leave`, the
 * headset taken off, a lost GPU) ends its loop and frees its renderer, meshes and textures.
 */
export class HeadsetView {
  readonly #options: HeadsetOptions;
  readonly #renderer = new WebGLRenderer({ alpha: true, antialias: true });
  readonly #content = new HeadsetScene();
  readonly #camera = new PerspectiveCamera(70, 1, 0.02, 20);
  #session: XRSession | null = null;
  /** The head has not been asked yet where it is for the last frame. */
  #moved = false;

  private constructor(options: HeadsetOptions) {
    this.#options = options;
    this.#renderer.xr.enabled = true;
    this.#renderer.xr.setReferenceSpaceType('local');
    this.#renderer.xr.addEventListener('sessionend', this.#left);
    this.#renderer.domElement.addEventListener('webglcontextlost', this.leave);
  }

  /**
   * Must follow from a user's press.
   * @throws XrFailure
   */
  static async enter(mode: HeadsetMode, options: HeadsetOptions): Promise<HeadsetView> {
    const { xr } = navigator;
    if (!xr) throw new XrFailure({ type: 'xr-unsupported' });
    const view = new HeadsetView(options);
    try {
      view.#session = await xr.requestSession(mode);
      await view.#renderer.xr.setSession(view.#session);
      view.#renderer.setAnimationLoop(view.#render);
      return view;
    } catch (error) {
      view.#dispose();
      view.leave();
      throw new XrFailure(xrProblem(error));
    }
  }

  /** Shows one frame from where the head is now; its picture is lent. */
  draw(live: LivePoseFrame): void {
    this.#content.placeHands(live);
    if (this.#session?.environmentBlendMode === 'opaque') {
      this.#content.showPicture(live.frame.image, live.camera, this.#options.pictureMm());
    }
    this.#moved = true;
  }

  readonly leave = (): void => {
    // A session that is over already refuses.
    this.#session?.end().catch(() => {});
  };

  readonly #render = (_time: number, frame?: XRFrame): void => {
    const space = this.#renderer.xr.getReferenceSpace();
    const head = this.#moved && space ? frame?.getViewerPose(space) : undefined;
    if (head) {
      // Between two frames the hands stay in the room, where they were seen.
      this.#content.moveHead(head.transform.matrix);
      this.#moved = false;
    }
    this.#renderer.render(this.#content.scene, this.#camera);
  };

  readonly #left = (): void => {
    this.#dispose();
    this.#options.onLeft();
  };

  #dispose(): void {
    this.#renderer.xr.removeEventListener('sessionend', this.#left);
    this.#renderer.domElement.removeEventListener('webglcontextlost', this.leave);
    this.#renderer.setAnimationLoop(null);
    this.#content[Symbol.dispose]();
    this.#renderer.dispose();
    if (!this.#renderer.getContext().isContextLost()) this.#renderer.forceContextLoss();
  }
}
