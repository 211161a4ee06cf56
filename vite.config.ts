import { defineConfig } from 'vite';
import { handLandmarkerTask } from './build/hand-landmarker-task.ts';

/** Cross-origin isolation gives WebAssembly its threads; the app also works without it. */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export default defineConfig({
  base: './',
  plugins: [handLandmarkerTask()],
  assetsInclude: ['**/*.glb'],
  server: { headers: isolation },
  preview: { headers: isolation },
  worker: {
    format: 'es',
    plugins: () => [handLandmarkerTask()],
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  build: {
    // three and pixi are what they are; each is loaded where it is used.
    chunkSizeWarningLimit: 1500,
    target: 'es2022',
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: { app: 'index.html', api: 'api.html', xrHands: 'xr-hands.html' },
    },
  },
});
