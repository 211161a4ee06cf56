import type { Plugin } from 'vite';

/**
 * Imports that end in `?url` stay files of their own, which Vite's library mode would write into the
 * code. What starts with a slash lies in `public/` and is a file anyway.
 */
export function assetsAsFiles(): Plugin {
  return {
    name: 'handstream:assets-as-files',
    enforce: 'pre',
    resolveId(source, importer, options) {
      if (!source.endsWith('?url') || source.startsWith('/')) return null;
      return this.resolve(`${source}&no-inline`, importer, options);
    },
  };
}
