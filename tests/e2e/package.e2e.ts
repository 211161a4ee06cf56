import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HAND_SIDES, type PerHand } from '../../src/hands/hand-side.ts';
import { poseError } from '../../src/hands/pose-error.ts';
import type { HandPose } from '../../src/hands/pose-frame.ts';
import { openOutsideProject, ROOT, run, type OutsideProject } from './outside-project.ts';
import { openPage } from './pages.ts';

/** As tests/outside/main.ts says it. */
interface Outcome {
  readonly frames: readonly {
    readonly hands: PerHand<HandPose | null>;
    readonly truth: PerHand<HandPose | null>;
    readonly internet: boolean;
    readonly inputSources: number;
  }[];
  readonly lines: readonly string[];
  readonly formats: readonly string[];
  readonly progress: readonly number[];
  readonly problem: string | null;
}

let outside: OutsideProject;
beforeAll(async () => {
  outside = await openOutsideProject();
}, 400_000);
afterAll(() => outside?.[Symbol.asyncDispose]());

describe('a project of its own, with the package installed', () => {
  test('sees both synthetic hands, by the detector and the network; nothing else is fetched', async () => {
    const requests: string[] = [];
    await using watched = await openPage({
      path: outside.url,
      before: async (context) =>
        void context.on('request', (request) => requests.push(request.url())),
    });
    const { page } = watched;
    await page.waitForFunction(() => 'outcome' in window, null, { timeout: 170_000 });
    const outcome = await page.evaluate(() => Reflect.get(window, 'outcome') as Outcome);

    expect(outcome.problem).toBeNull();
    expect(outcome.frames).toHaveLength(20);
    for (const { hands, truth, inputSources } of outcome.frames) {
      for (const side of HAND_SIDES) {
        expect(poseError(hands[side]!, truth[side]!).boxFraction).toBeLessThan(0.15);
      }
      expect(inputSources).toBe(2);
    }
    expect(outcome.frames.some(({ internet }) => internet)).toBe(true);
    expect(outcome.lines).toHaveLength(21);
    expect(JSON.parse(outcome.lines[0]!)).toMatchObject({ format: 'handstream', version: 1 });
    expect(outcome.formats).toContain('mcap');
    expect(outcome.progress.at(-1)).toBe(1);
    expect(outcome.progress).toEqual(outcome.progress.toSorted((a, b) => a - b));

    // The end of the source has ended what the pipeline opened.
    await expect.poll(() => page.workers(), { timeout: 30_000 }).toEqual([]);
    expect(
      requests.filter((url) => !url.startsWith(outside.url) && !/^(?:blob|data):/.test(url)),
    ).toEqual([]);
    expect(watched.complaints).toEqual([]);
  });

  test('carries no renderer that it does not ask for', () => {
    const built = readdirSync(join(outside.folder, 'dist', 'assets'));
    expect(built.filter((name) => name.startsWith('synthetic.worker'))).toHaveLength(1);
    expect(built.filter((name) => /pixi|three\.module|uplot/i.test(name))).toEqual([]);
  });

  test('holds what a package should: entries, types, licences, the model and the guide', () => {
    expect(outside.packed).toEqual(
      expect.arrayContaining([
        'handstream.js',
        'recording.js',
        'synthetic.js',
        'xr.js',
        'three.js',
        'types/library/handstream.d.ts',
        'models/internet-lite.onnx',
        'pose-stream.schema.json',
        'LICENSE',
        'THIRD-PARTY-LICENCES.md',
        'README.md',
      ]),
    );
  });
});

test('the reference is written, for every export has its doc comment', () => {
  const reference = join(ROOT, 'dist', 'api');
  rmSync(reference, { recursive: true, force: true });
  run(ROOT, 'npm', 'run', 'docs');
  expect(existsSync(join(reference, 'functions', 'handstream.createHandPipeline.html'))).toBe(true);
});
