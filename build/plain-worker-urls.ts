import type { Plugin } from 'vite';

/** How Vite writes the address of a worker it has built, for a page at any address. */
const BUILT =
  /new URL\(\s*(?:\/\*[^*]*\*\/\s*)?new URL\(\s*(["'`][^"'`]+["'`]),\s*import\.meta\.url\s*\)\.href,\s*(?:""|''|``)\s*\+\s*import\.meta\.url\s*\)/g;

/**
 * Writes addresses of workers as `new Worker(new URL('…', import.meta.url))` again: the one form that
 * bundlers recognise as a worker, whose own files they then find, too.
 */
export function plainWorkerUrls(): Plugin {
  return {
    name: 'handstream:plain-worker-urls',
    enforce: 'post',
    renderChunk(code) {
      if (!code.includes('new Worker(')) return null;
      const plain = code.replaceAll(BUILT, 'new URL($1, import.meta.url)');
      if (plain === code) this.error('Vite writes the addresses of workers in another way now.');
      return { code: plain, map: null };
    },
  };
}
