import type { Plugin } from 'vite';

/** Its own script's address, in a spelling that bundlers do not follow; ours reads better to them. */
const OWN_SCRIPT = /new \w+\("ort\.\w+\.min\.mjs",import\.meta\.url\)/g;

/**
 * ONNX Runtime names its own script for pages that webpack builds. Bundled into a worker it has no file
 * of its own, and whoever bundles that worker would look for one: it is the worker's script.
 */
export function noOnnxRuntimeUrl(): Plugin {
  return {
    name: 'handstream:no-onnx-runtime-url',
    transform: {
      filter: { id: /onnxruntime-web\/dist\/ort\.\w+\.min\.mjs$/ },
      handler(code) {
        const without = code.replaceAll(OWN_SCRIPT, 'new URL(import.meta.url)');
        if (without === code) this.error('ONNX Runtime names its script in another way now.');
        return { code: without, map: null };
      },
    },
  };
}
