import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The package's entries: the name behind `handstream/`, and its file below src/library. */
export const ENTRIES = {
  '.': 'handstream',
  './recording': 'recording',
  './synthetic': 'synthetic',
  './xr': 'xr',
  './three': 'three',
} as const;

/**
 * What the package's code on the page's thread imports, and its types refer to. Everything else, above
 * all what runs in workers, is bundled: a bundler may not split a worker's code, which is Vite's default.
 */
export const DEPENDENCIES = [
  '@mcap/core',
  '@noble/hashes',
  '@types/webxr',
  'comlink',
  'mediabunny',
];

/** Shared with the page that uses the package: its Observables are ours. */
export const SHARED = 'rxjs';

/** Needed by `handstream/three` only, and brought by whoever uses that. */
export const OPTIONAL = 'three';

/** What stays an import of the package's files. */
export const EXTERNAL = [...DEPENDENCIES, SHARED, OPTIONAL];

/** The package.json that is packed, from the project's own. */
export function packageManifest(root: string): object {
  const { name, version, description, license } = readManifest(join(root, 'package.json'));
  const versionOf = (dependency: string) =>
    readManifest(join(root, 'node_modules', dependency, 'package.json')).version;
  return {
    name,
    version,
    description,
    license,
    type: 'module',
    exports: {
      ...Object.fromEntries(
        Object.entries(ENTRIES).map(([path, entry]) => [
          path,
          { types: `./types/library/${entry}.d.ts`, default: `./${entry}.js` },
        ]),
      ),
      './pose-stream.schema.json': './pose-stream.schema.json',
      './package.json': './package.json',
    },
    dependencies: {
      ...Object.fromEntries(DEPENDENCIES.map((each) => [each, versionOf(each)])),
      [SHARED]: `^${versionOf(SHARED)}`,
    },
    peerDependencies: { [OPTIONAL]: `>=${versionOf(OPTIONAL)}` },
    peerDependenciesMeta: { [OPTIONAL]: { optional: true } },
  };
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
}

function readManifest(path: string): Manifest {
  const manifest: Manifest = JSON.parse(readFileSync(path, 'utf8'));
  return manifest;
}
