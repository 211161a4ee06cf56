import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { imageInputMetadata } from './image-input-metadata.ts';
import { withMetadata } from './tflite-metadata.ts';

/** The two networks as they lie in the pinned npm package, untouched. */
export interface HandModels {
  readonly palmDetection: Uint8Array;
  readonly handLandmark: Uint8Array;
}

const PACKED_ASSETS = 'hands_solution_packed_assets';
const PALM_DETECTION = '/palm_detection_full.tflite';

/** A zip holds local times from 1980 on; a fixed one makes the bytes the same everywhere. */
const ZIP_TIME = new Date(1980, 0, 1);

/** Reads the networks from npm's `@mediapipe/hands`. */
export async function readHandModels(): Promise<HandModels> {
  const folder = dirname(createRequire(import.meta.url).resolve('@mediapipe/hands/package.json'));
  const [handLandmark, packed, loader] = await Promise.all([
    readFile(join(folder, 'hand_landmark_full.tflite')),
    readFile(join(folder, `${PACKED_ASSETS}.data`)),
    readFile(join(folder, `${PACKED_ASSETS}_loader.js`), 'utf8'),
  ]);
  const { start, end } = packedRange(loader, PALM_DETECTION);
  return { palmDetection: packed.subarray(start, end), handLandmark };
}

/** Where a file lies in the packed assets, by the list in their Emscripten loader; bytes. */
export function packedRange(loader: string, nameEnd: string): { start: number; end: number } {
  const entries = loader.matchAll(/"filename":\s*"([^"]+)",\s*"start":\s*(\d+),\s*"end":\s*(\d+)/g);
  for (const [, name, start, end] of entries) {
    if (name?.endsWith(nameEnd)) return { start: Number(start), end: Number(end) };
  }
  throw new Error(`@mediapipe/hands packs no ${nameEnd}`);
}

/**
 * MediaPipe's `hand_landmarker.task`: a zip of the two networks, stored, each with the metadata that
 * says its input is RGB in 0..255 divided by 255 (field-notes: std 1 runs and finds nothing).
 */
export function handLandmarkerBundle({ palmDetection, handLandmark }: HandModels): Uint8Array {
  const input = { name: 'image', mean: 0, std: 255 };
  return zipSync(
    {
      'hand_detector.tflite': withMetadata(
        palmDetection,
        imageInputMetadata('PalmDetection', input),
      ),
      'hand_landmarks_detector.tflite': withMetadata(
        handLandmark,
        imageInputMetadata('HandLandmarks', input),
      ),
    },
    { level: 0, mtime: ZIP_TIME },
  );
}
