import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import type { PoseFrame } from '../../src/hands/pose-frame.ts';
import { WEBCAM } from './people.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const shared = existsSync(WEBCAM);
const folder = mkdtempSync(join(tmpdir(), 'handstream-record-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `npm run record -- INPUT --out FILE` as a user types it. */
function record(input: string, name: string, ...flags: string[]) {
  const out = join(folder, name);
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['run', '--silent', 'record', '--', input, '--out', out, ...flags],
    { cwd: ROOT, encoding: 'utf8' },
  );
  return { status, stdout, stderr, out };
}

function readStream(path: string): { header: Record<string, unknown>; frames: PoseFrame[] } {
  const [header, ...frames] = readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  return { header: header as Record<string, unknown>, frames: frames as PoseFrame[] };
}

describe.skipIf(!shared)('npm run record on ../shared/data (skipped where that is absent)', () => {
  test('two_hands.jpg: its two left hands give one left hand and no right one', () => {
    const { status, stdout, out } = record(join(WEBCAM, 'two_hands.jpg'), 'two_hands.ndjson');
    expect(status).toBe(0);
    const { header, frames } = readStream(out);
    expect(header).toMatchObject({
      type: 'header',
      format: 'handstream',
      version: 1,
      source: { kind: 'picture', name: 'two_hands.jpg' },
      estimator: { id: 'landmarker', backend: 'wasm' },
    });
    expect(frames).toHaveLength(1);
    expect(frames[0]!.hands.left?.joints2d).toHaveLength(21);
    expect(frames[0]!.hands.right).toBeNull();
    expect(frames[0]!.relativeDepth).toBeNull();
    expect(JSON.parse(stdout.trim().split('\n').at(-1)!)).toMatchObject({ frames: 1, out });
  });

  test(
    'asl_hand.25fps.mp4: all 325 frames in order, a hand in at least 320, twice the same numbers',
    { timeout: 400_000 },
    () => {
      const clip = join(WEBCAM, 'asl_hand.25fps.mp4');
      const first = record(clip, 'asl-1.ndjson', '--raw');
      expect(first.stderr + first.status).toMatch(/0$/);
      const { header, frames } = readStream(first.out);
      expect(header['source']).toMatchObject({ kind: 'clip', width: 620, height: 1080 });
      expect(frames).toHaveLength(325);
      expect(frames.map(({ index }) => index)).toEqual(frames.map((_, i) => i));
      const gaps = frames.slice(1).map(({ time }, i) => time - frames[i]!.time);
      expect(Math.min(...gaps)).toBeGreaterThan(39.9);
      expect(Math.max(...gaps)).toBeLessThan(40.1);
      const withHand = frames.filter(({ hands }) => hands.right ?? hands.left).length;
      console.info(`asl clip: a hand in ${withHand} of ${frames.length} frames`);
      expect(withHand).toBeGreaterThanOrEqual(320);

      const second = record(clip, 'asl-2.ndjson', '--raw');
      expect(second.status).toBe(0);
      expect(readStream(second.out).frames).toEqual(frames);
    },
  );
});

describe('npm run record refuses', () => {
  const refusal = (input: string, name: string) => {
    const { status, stderr, out } = record(input, name);
    expect(status).not.toBe(0);
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(folder).filter((file) => file.endsWith('.part'))).toEqual([]);
    return stderr.trim().split('\n').at(-1);
  };

  test('a file that is not there', () => {
    expect(refusal(join(folder, 'absent.mp4'), 'a.ndjson')).toContain('no such file');
  });

  test('a file that is no video', () => {
    const path = join(folder, 'notes.mp4');
    writeFileSync(path, 'no video at all');
    expect(refusal(path, 'b.ndjson')).toContain('“notes.mp4” is not a video');
  });

  test('a file that is no picture', () => {
    const path = join(folder, 'notes.jpg');
    writeFileSync(path, 'no picture at all');
    expect(refusal(path, 'c.ndjson')).toContain('notes.jpg');
  });
});
