import { HandLandmarker } from '@mediapipe/tasks-vision';
import wasmLoaderPath from '@mediapipe/tasks-vision/vision_wasm_module_internal.js?url';
import wasmUrl from '@mediapipe/tasks-vision/vision_wasm_module_internal.wasm?url';
import { releaseProxy } from 'comlink';
import taskUrl, { byteLength as taskBytes } from 'virtual:hand-landmarker-task';
import type { HandDetection } from '../hands/hand-detection.ts';
import type { DetectorOptions } from './detector-options.ts';
import { fetchBytes } from './fetch-bytes.ts';
import { handDetections, type FrameSize } from './hand-landmarker-result.ts';
import { RisingClock } from './rising-clock.ts';
import { mergeLooks, secondLooks, shiftedBy } from './second-looks.ts';

/** Size of tasks-vision 1.1.0's wasm, bytes; only the progress bar depends on it. */
const WASM_BYTES = 12_997_272;

/** An expected failure, as data: of an error only name and message would cross to the page. */
export type Outcome = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** Called with the fraction of the bytes that have come, 0..1; released by the one it was lent to. */
export type ProgressCallback = ((fraction: number) => void) & { [releaseProxy]?: () => void };

/**
 * MediaPipe's HandLandmarker behind the detector's worker: `load`, `start`, then `detect`, each after
 * the one before has resolved. One a worker: tasks-vision cannot create a second task in the same one.
 */
export class LandmarkerDetector {
  #files: { readonly wasm: Blob; readonly task: Blob } | null = null;
  #landmarker: HandLandmarker | null = null;
  #mode: DetectorOptions['mode'] = 'video';
  #maxHands = 2;
  readonly #clock = new RisingClock();

  /** Fetches the wasm and the networks. */
  async load(onProgress: ProgressCallback): Promise<Outcome> {
    let received = 0;
    const count = (bytes: number) => {
      received += bytes;
      onProgress(Math.min(1, received / (WASM_BYTES + taskBytes)));
    };
    try {
      const [wasm, task] = await Promise.all([
        fetchBytes(wasmUrl, count),
        fetchBytes(taskUrl, count),
      ]);
      this.#files = { wasm, task };
      return { ok: true };
    } catch (error) {
      return { ok: false, reason: String(error) };
    } finally {
      // Comlink opens a port for each callback it is sent.
      onProgress[releaseProxy]?.();
    }
  }

  /** Creates the task and runs it once on an empty picture, so that the first frame finds it warm. */
  async start(options: DetectorOptions): Promise<Outcome> {
    if (!this.#files) throw new Error('start before load');
    const { wasm, task } = this.#files;
    // Streaming compilation wants the type, which not every host sends.
    const wasmBinaryPath = URL.createObjectURL(new Blob([wasm], { type: 'application/wasm' }));
    try {
      this.#mode = options.mode;
      this.#maxHands = options.numHands;
      this.#landmarker = await HandLandmarker.createFromOptions(
        { wasmLoaderPath, wasmBinaryPath },
        {
          baseOptions: {
            modelAssetBuffer: new Uint8Array(await task.arrayBuffer()),
            delegate: options.delegate,
          },
          runningMode: options.mode === 'video' ? 'VIDEO' : 'IMAGE',
          numHands: options.numHands,
          minHandDetectionConfidence: options.minDetectionScore,
          minHandPresenceConfidence: options.minPresenceScore,
          minTrackingConfidence: options.minTrackingScore,
        },
      );
      await this.detect(emptyFrame(), -Number.MAX_VALUE);
      return { ok: true };
    } catch (error) {
      return { ok: false, reason: String(error) };
    } finally {
      URL.revokeObjectURL(wasmBinaryPath);
      this.#files = null;
    }
  }

  /**
   * @param frame given: closed here, whatever happens
   * @param timeMs a time that is not later than the last one starts a fresh track
   */
  async detect(frame: VideoFrame, timeMs: number): Promise<HandDetection[]> {
    try {
      const landmarker = this.#landmarker;
      if (!landmarker) throw new Error('detect before start');
      const size = { width: frame.displayWidth, height: frame.displayHeight };
      if (this.#mode === 'image') return await this.#look(landmarker, frame, size);
      const { stamp, restarted } = this.#clock.next(timeMs);
      // Any option set builds the graph anew: it forgets its tracks.
      if (restarted) await landmarker.setOptions({ runningMode: 'VIDEO' });
      return handDetections(landmarker.detectForVideo(frame, stamp), size);
    } finally {
      frame.close();
    }
  }

  /** A still picture has no next frame to find a missed hand in, so parts of it get a second look. */
  async #look(
    landmarker: HandLandmarker,
    frame: VideoFrame,
    size: FrameSize,
  ): Promise<HandDetection[]> {
    const looks = [handDetections(landmarker.detect(frame), size)];
    for (const part of secondLooks(size, looks[0] ?? [])) {
      const picture = await createImageBitmap(frame, part.x, part.y, part.width, part.height);
      try {
        const hands = handDetections(landmarker.detect(picture), part);
        looks.push(hands.map((hand) => shiftedBy(hand, part)));
      } finally {
        picture.close();
      }
    }
    return mergeLooks(looks, this.#maxHands);
  }
}

function emptyFrame(): VideoFrame {
  const canvas = new OffscreenCanvas(192, 192);
  canvas.getContext('2d')?.fillRect(0, 0, canvas.width, canvas.height);
  return new VideoFrame(canvas, { timestamp: 0 });
}
