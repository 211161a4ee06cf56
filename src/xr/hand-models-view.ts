import leftHandUrl from '@webxr-input-profiles/assets/dist/profiles/generic-hand/left.glb?url';
import rightHandUrl from '@webxr-input-profiles/assets/dist/profiles/generic-hand/right.glb?url';
import {
  DirectionalLight,
  HemisphereLight,
  LoadingManager,
  MathUtils,
  PerspectiveCamera,
  Scene,
  WebGLRenderer,
} from 'three';
import { OrbitControls } from 'three/examples/jsm/controls/OrbitControls.js';
import { GLTFLoader } from 'three/examples/jsm/loaders/GLTFLoader.js';
import { XRHandModelFactory } from 'three/examples/jsm/webxr/XRHandModelFactory.js';
import type { PoseFrame } from '../hands/pose-frame.ts';
import { HandModels, type HandProfile } from './hand-models.ts';
import { ThreeHands } from './three-hands.ts';
import { WebcamSession } from './webcam-session.ts';

/** The files that the factory asks for, served from here and not from a CDN. */
const HAND_FILES: Readonly<Record<string, string>> = {
  'left.glb': leftHandUrl,
  'right.glb': rightHandUrl,
};

/** What is seen at least, degrees: two hands beside each other. */
const LEAST_FOV = { across: 52, up: 42 };

/**
 * Both hands of a webcam as three.js draws those of a headset: with its own XRHandModelFactory,
 * unchanged. Seen from the webcam; it renders when told to or when turned.
 */
export class HandModelsView {
  readonly #renderer: WebGLRenderer;
  readonly #scene = new Scene();
  readonly #camera = new PerspectiveCamera(LEAST_FOV.up, 1, 0.01, 10);
  readonly #factory: XRHandModelFactory;
  #models: HandModels | null = null;
  #session = new WebcamSession();
  #hands = new ThreeHands(this.#session);

  /** @param canvas as large as CSS makes it */
  constructor(canvas: HTMLCanvasElement, profile: HandProfile) {
    this.#renderer = new WebGLRenderer({ canvas, alpha: true, antialias: true });
    const files = new LoadingManager();
    files.setURLModifier((url) => HAND_FILES[url] ?? url);
    this.#factory = new XRHandModelFactory(new GLTFLoader(files), () => this.render());
    const sun = new DirectionalLight(0xffffff, 2.2);
    sun.position.set(0.4, 1, 0.6);
    this.#scene.add(new HemisphereLight(0xffffff, 0x6b7688, 2), sun);
    const controls = new OrbitControls(this.#camera, canvas);
    // The camera looks on from the webcam's place at where hands usually are.
    controls.target.set(0, 0, -0.45);
    controls.listenToKeyEvents(canvas);
    controls.update();
    controls.addEventListener('change', () => this.render());
    new ResizeObserver(() => this.#resize()).observe(canvas);
    this.useProfile(profile);
  }

  /** Shows the hands with other models from now on, as when they were found anew. */
  useProfile(profile: HandProfile): void {
    this.#models?.[Symbol.dispose]();
    this.#session = new WebcamSession();
    this.#hands = new ThreeHands(this.#session);
    this.#models = new HandModels(this.#hands.hands, this.#factory, profile);
    this.#scene.add(this.#models.group);
  }

  /** @returns how many hands are there */
  draw(poses: PoseFrame): number {
    this.#hands.update(this.#session.update(poses));
    this.render();
    return this.#session.inputSources.length;
  }

  render(): void {
    this.#renderer.render(this.#scene, this.#camera);
  }

  #resize(): void {
    const { clientWidth, clientHeight } = this.#renderer.domElement;
    if (clientWidth === 0 || clientHeight === 0) return;
    this.#renderer.setPixelRatio(Math.min(2, window.devicePixelRatio || 1));
    this.#renderer.setSize(clientWidth, clientHeight, false);
    this.#camera.aspect = clientWidth / clientHeight;
    const across = Math.tan((LEAST_FOV.across * MathUtils.DEG2RAD) / 2) / this.#camera.aspect;
    this.#camera.fov = Math.max(LEAST_FOV.up, 2 * Math.atan(across) * MathUtils.RAD2DEG);
    this.#camera.updateProjectionMatrix();
    this.render();
  }
}
