import { readFileSync } from 'node:fs';
import { perHand, type HandSide } from '../src/hands/hand-side.ts';
import { readRestSkeleton } from '../src/synthetic/rest-skeleton.ts';

/** The bytes of one of the generic-hand meshes, from node_modules. */
export function readHandMesh(side: HandSide): ArrayBuffer {
  const path = `../node_modules/@webxr-input-profiles/assets/dist/profiles/generic-hand/${side}.glb`;
  return new Uint8Array(readFileSync(new URL(path, import.meta.url))).buffer;
}

/** The skeletons of both meshes. */
export const HAND_SKELETONS = perHand((side) => readRestSkeleton(readHandMesh(side)));
