import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/**
 * What each folder may import from (design.md section 2): arrows point inward. 'streams' and
 * 'workers' know each other's interfaces; 'ui' says their problems; nothing inside knows the page.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  hands: [],
  models: ['hands'],
  evaluation: ['hands'],
  recording: ['hands'],
  synthetic: ['hands'],
  workers: ['hands', 'models', 'recording', 'synthetic'],
  streams: ['hands', 'models', 'recording', 'synthetic', 'workers'],
  render: ['hands', 'models', 'recording', 'streams', 'workers'],
  xr: ['hands', 'streams', 'render'],
  ui: ['hands', 'models', 'recording', 'streams', 'workers', 'render', 'xr'],
};

/** Packages by folder: `hands` and `recording` are pure, RxJS lives in streams and the page. */
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  hands: [],
  models: ['@bufbuild/protobuf', '@noble/hashes'],
  evaluation: [],
  recording: ['@mcap/core'],
  synthetic: ['three', 'comlink'],
  workers: [
    'comlink',
    '@mediapipe/tasks-vision',
    'onnxruntime-web',
    'virtual:hand-landmarker-task',
    '/models',
  ],
  streams: ['rxjs', 'mediabunny', 'comlink'],
  render: ['pixi.js', 'three', 'uplot'],
  xr: ['three'],
  ui: ['rxjs', 'pixi.js', 'three', 'uplot'],
};

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/g;

function sources(folder: string): string[] {
  if (!existsSync(folder)) return []; // git keeps no empty folder
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.(test|d)\.ts$/.test(name))
    .map((name) => join(folder, name));
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return Array.from(text.matchAll(IMPORT), (match) => (match[1] ?? match[2] ?? match[3])!);
}

const within = (name: string, allowed: readonly string[]) =>
  allowed.some((each) => name === each || name.startsWith(`${each}/`));

describe('imports point inward', () => {
  for (const [folder, allowed] of Object.entries(MAY_IMPORT)) {
    test(`src/${folder}`, () => {
      const wrong = sources(join(SRC, folder)).flatMap((file) =>
        importsOf(file).flatMap((name) => {
          const from = relative(SRC, file);
          if (!name.startsWith('.')) {
            return within(name, [...MAY_USE[folder]!, '@webxr-input-profiles/assets'])
              ? []
              : [`${from}: package ${name}`];
          }
          const target = relative(SRC, resolve(dirname(file), name)).split(sep)[0]!;
          const polyfill = target === 'symbol-dispose.ts';
          return polyfill || target === folder || allowed.includes(target)
            ? []
            : [`${from}: ${name}`];
        }),
      );
      expect(wrong).toEqual([]);
    });
  }

  test('the reader of imports sees every kind of import', () => {
    const seen = importsOf(join(SRC, 'streams', 'clip-file.ts'));
    expect(seen).toContain('mediabunny');
    expect(seen).toContain('./source-failure.ts');
  });
});

describe('time is injected', () => {
  test('no clock is read in hands, recording, models, render', () => {
    const readers = ['hands', 'recording', 'models', 'render'].flatMap((folder) =>
      sources(join(SRC, folder)).filter((file) =>
        /Date\.now\(|performance\.now\(|new Date\(\)/.test(readFileSync(file, 'utf8')),
      ),
    );
    expect(readers.map((file) => relative(SRC, file))).toEqual([]);
  });
});

describe('files stay small', () => {
  test('none passes 200 lines', () => {
    const long = sources(SRC).filter((file) => readFileSync(file, 'utf8').split('\n').length > 200);
    expect(long.map((file) => relative(SRC, file))).toEqual([]);
  });
});
