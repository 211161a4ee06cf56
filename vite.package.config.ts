import { defaultClientConditions, defineConfig, type Plugin } from 'vite';
import { assetsAsFiles } from './build/assets-as-files.ts';
import { handLandmarkerTask } from './build/hand-landmarker-task.ts';
import { noOnnxRuntimeUrl } from './build/no-onnx-runtime-url.ts';
import { ENTRIES, EXTERNAL } from './build/package-manifest.ts';
import { plainWorkerUrls } from './build/plain-worker-urls.ts';
import { thirdPartyLicences } from './build/third-party-licences.ts';

/** The hand landmarker's networks come from a package, but through no import. */
const bundled = new Set(['@mediapipe/hands']);

const plugins = (): Plugin[] => [
  assetsAsFiles(),
  handLandmarkerTask(),
  thirdPartyLicences(bundled, 'THIRD-PARTY-LICENCES.md'),
];

/**
 * The package (docs/api.md): entries whose files, workers and wasm included, name each other in the
 * one way that bundlers follow, `new URL('…', import.meta.url)`. Whoever uses it minifies.
 */
export default defineConfig({
  base: './',
  plugins: [...plugins(), plainWorkerUrls()],
  assetsInclude: ['**/*.glb'],
  // ONNX Runtime without the copy of its loader that it would not use (onnx-runtime.ts names another).
  resolve: { conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions] },
  worker: {
    format: 'es',
    plugins: () => [...plugins(), noOnnxRuntimeUrl()],
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: {
        // One file a worker: a bundler that makes classic scripts of workers cannot split them.
        codeSplitting: false,
        entryFileNames: 'assets/[name].js',
        assetFileNames: 'assets/[name].[ext]',
      },
    },
  },
  build: {
    outDir: 'dist-package',
    target: 'es2022',
    copyPublicDir: false,
    minify: false,
    lib: {
      entry: Object.fromEntries(
        Object.values(ENTRIES).map((entry) => [entry, `src/library/${entry}.ts`]),
      ),
      formats: ['es'],
    },
    rolldownOptions: {
      checks: { pluginTimings: false },
      external: EXTERNAL.map((name) => new RegExp(`^${name}(?:/|$)`)),
      output: {
        chunkFileNames: 'chunks/[name].js',
        assetFileNames: 'assets/[name].[ext]',
      },
    },
  },
});
