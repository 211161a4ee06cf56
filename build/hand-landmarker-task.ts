import type { Plugin } from 'vite';

/** Serves `virtual:hand-landmarker-task` (being written). */
export function handLandmarkerTask(): Plugin {
  return { name: 'handstream:hand-landmarker-task' };
}
