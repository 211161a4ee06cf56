import {
  CanvasTexture,
  DirectionalLight,
  Group,
  HemisphereLight,
  PerspectiveCamera,
  Scene,
  SRGBColorSpace,
  WebGLRenderer,
  type Object3D,
} from 'three';
import type { CameraIntrinsics } from '../hands/camera-intrinsics.ts';

const NEAR_M = 0.05;
const FAR_M = 5;

/** Camera, light and background; draws what is hung into it. Owns the renderer, not what is hung. */
export class Stage implements Disposable {
  readonly #renderer: WebGLRenderer;
  readonly #scene = new Scene();
  readonly #camera = new PerspectiveCamera();
  readonly #background: CanvasTexture<OffscreenCanvas>;
  /** Turns camera space (y down, z forward) into three's (y up, z backward). */
  readonly #world = new Group();
  readonly #pixel = new Uint8Array(4);

  /** @throws Error when there is no WebGL */
  constructor(canvas: OffscreenCanvas, intrinsics: CameraIntrinsics) {
    this.#renderer = new WebGLRenderer({ canvas, antialias: true });
    this.#renderer.setSize(canvas.width, canvas.height, false);
    this.#background = paintBackground(canvas.width, canvas.height);
    this.#scene.background = this.#background;
    this.#world.rotation.x = Math.PI;
    this.#scene.add(this.#world, new HemisphereLight(0xfff4ea, 0x6b5a55, 1.7), keyLight());
    setProjection(this.#camera, intrinsics, canvas.width, canvas.height);
  }

  add(...objects: readonly Object3D[]): void {
    this.#world.add(...objects);
  }

  /** Draws, and returns only when it is drawn. */
  render(): void {
    this.#renderer.render(this.#scene, this.#camera);
    const context = this.#renderer.getContext();
    // WebGL only queues: a slow GPU would fall ever further behind the frames that are given out.
    // In Chromium, reading a pixel waits for it; finish() was measured not to.
    context.readPixels(0, 0, 1, 1, context.RGBA, context.UNSIGNED_BYTE, this.#pixel);
    if (context.isContextLost()) throw new Error('WebGL context lost');
  }

  [Symbol.dispose](): void {
    this.#background.dispose();
    this.#renderer.dispose();
    this.#renderer.forceContextLoss();
  }
}

/** From above the camera's left, as from a window. */
function keyLight(): DirectionalLight {
  const light = new DirectionalLight(0xfff1e0, 2.1);
  light.position.set(-0.55, 0.75, 0.35);
  light.target.position.set(0, 0, -0.5);
  light.target.updateMatrixWorld();
  return light;
}

/** The pinhole camera as a clip-space matrix (three's axes, m), px growing downwards from the top left corner. */
function setProjection(
  camera: PerspectiveCamera,
  { fx, fy, cx, cy }: CameraIntrinsics,
  width: number,
  height: number,
): void {
  const depth = FAR_M - NEAR_M;
  // prettier-ignore
  camera.projectionMatrix.set(
    (2 * fx) / width, 0, 1 - (2 * cx) / width, 0,
    0, (2 * fy) / height, (2 * cy) / height - 1, 0,
    0, 0, -(FAR_M + NEAR_M) / depth, (-2 * FAR_M * NEAR_M) / depth,
    0, 0, -1, 0,
  );
  camera.projectionMatrixInverse.copy(camera.projectionMatrix).invert();
}

/** A plain wall in soft light. */
function paintBackground(width: number, height: number): CanvasTexture<OffscreenCanvas> {
  const canvas = new OffscreenCanvas(Math.ceil(width / 2), Math.ceil(height / 2));
  const context = canvas.getContext('2d')!;
  const glow = context.createRadialGradient(
    canvas.width * 0.42,
    canvas.height * 0.35,
    0,
    canvas.width * 0.5,
    canvas.height * 0.5,
    canvas.width * 0.75,
  );
  glow.addColorStop(0, '#dfe3e2');
  glow.addColorStop(0.55, '#c0c8ca');
  glow.addColorStop(1, '#8e9aa0');
  context.fillStyle = glow;
  context.fillRect(0, 0, canvas.width, canvas.height);
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = SRGBColorSpace;
  return texture;
}
