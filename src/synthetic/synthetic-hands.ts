import leftHandUrl from '@webxr-input-profiles/assets/dist/profiles/generic-hand/left.glb?url';
import rightHandUrl from '@webxr-input-profiles/assets/dist/profiles/generic-hand/right.glb?url';
import { transfer } from 'comlink';
import type { CameraIntrinsics } from '../hands/camera-intrinsics.ts';
import { HAND_SIDES, perHand, type PerHand } from '../hands/hand-side.ts';
import type { GroundTruth } from '../hands/ground-truth.ts';
import { Forearm } from './forearm.ts';
import { groundTruth } from './ground-truth.ts';
import { HandMesh } from './hand-mesh.ts';
import { moveHands } from './motion.ts';
import { posePair } from './posed-pair.ts';
import { readRestSkeleton, type RestSkeleton } from './rest-skeleton.ts';
import type { SceneName } from './scenes.ts';
import { Stage } from './stage.ts';
import { syntheticCamera } from './synthetic-camera.ts';

/** What to render: sizes in px. */
export interface SyntheticScene {
  readonly scene: SceneName;
  readonly width: number;
  readonly height: number;
}

/** One rendered moment. Whoever receives it closes the image. */
export interface SyntheticPicture {
  readonly image: VideoFrame;
  readonly camera: CameraIntrinsics;
  readonly truth: GroundTruth;
}

interface Opened {
  readonly canvas: OffscreenCanvas;
  readonly stage: Stage;
  readonly camera: CameraIntrinsics;
  readonly scene: SceneName;
  readonly rests: PerHand<RestSkeleton>;
  readonly meshes: PerHand<HandMesh>;
  readonly arms: PerHand<Forearm>;
}

/** Renders the two rigged hands and knows where their joints are; lives in its worker. */
export class SyntheticHands {
  #opened: Opened | null = null;

  /**
   * Loads the meshes and starts WebGL; to be called once, before `render`.
   * @throws Error when there is no WebGL or a mesh cannot be loaded
   */
  async open({ scene, width, height }: SyntheticScene): Promise<void> {
    const [right, left] = await Promise.all([rightHandUrl, leftHandUrl].map(fetchBytes));
    const rests = { right: readRestSkeleton(right!), left: readRestSkeleton(left!) };
    const camera = syntheticCamera(width, height);
    const canvas = new OffscreenCanvas(width, height);
    const stage = new Stage(canvas, camera);
    const meshes = {
      right: await HandMesh.parse(right!, rests.right),
      left: await HandMesh.parse(left!, rests.left),
    };
    const arms = perHand((side) => new Forearm(side));
    for (const side of HAND_SIDES) stage.add(meshes[side].object, arms[side].object);
    this.#opened = { canvas, stage, camera, scene, rests, meshes, arms };
  }

  /** The scene at a time since its start, ms; the image is given away (transferred across Comlink). */
  render(timeMs: number): SyntheticPicture {
    if (!this.#opened) throw new Error('synthetic hands are not open');
    const { canvas, stage, camera, scene, rests, meshes, arms } = this.#opened;
    const { label, pair } = moveHands(scene, timeMs);
    const hands = posePair(rests, pair);
    for (const side of HAND_SIDES) {
      meshes[side].pose(hands[side]);
      arms[side].pose(hands[side]);
    }
    stage.render();
    const image = new VideoFrame(canvas, { timestamp: Math.round(timeMs * 1000) });
    return transfer({ image, camera, truth: groundTruth(hands, camera, label) }, [image]);
  }

  /** Frees the renderer, the meshes and their memory; harmless when nothing is open. */
  close(): void {
    if (!this.#opened) return;
    const { stage, meshes, arms } = this.#opened;
    for (const side of HAND_SIDES) {
      meshes[side][Symbol.dispose]();
      arms[side][Symbol.dispose]();
    }
    stage[Symbol.dispose]();
    this.#opened = null;
  }
}

async function fetchBytes(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`hand mesh: HTTP ${response.status}`);
  return response.arrayBuffer();
}
