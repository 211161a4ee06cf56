import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { HAND_SIDES } from '../../src/hands/hand-side.ts';
import type { PoseFrame } from '../../src/hands/pose-frame.ts';
import type { Vec3 } from '../../src/hands/vectors.ts';
import { fixedPoseInternet } from '../fixed-pose-internet.ts';
import { WEBCAM } from './people.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const shared = existsSync(WEBCAM);
const folder = mkdtempSync(join(tmpdir(), 'handstream-record-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const typed = (command: string, flags: readonly string[]) => [
  'run',
  '--silent',
  command,
  '--',
  ...flags,
];

/** `npm run COMMAND -- …` as a user types it. */
function run(command: string, ...flags: string[]) {
  return spawnSync('npm', typed(command, flags), { cwd: ROOT, encoding: 'utf8' });
}

function record(input: string, name: string, ...flags: string[]) {
  const out = join(folder, name);
  const { status, stdout, stderr } = run('record', input, '--out', out, ...flags);
  return { status, stdout, stderr, out };
}

interface Recorded {
  readonly header: Record<string, unknown>;
  readonly frames: readonly PoseFrame[];
}

function readStream(path: string): Recorded {
  const [header, ...frames] = readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  return { header: header as Record<string, unknown>, frames: frames as PoseFrame[] };
}

describe.skipIf(!shared)('npm run record on ../shared/data (skipped where that is absent)', () => {
  test('two_hands.jpg: its two left hands give one left hand and no right one', () => {
    const { status, stdout, out } = record(
      join(WEBCAM, 'two_hands.jpg'),
      'two_hands.ndjson',
      '--model',
      'landmarker',
    );
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

  test('--format csv, and the ending of --out, write the same recording as a table', () => {
    const picture = join(WEBCAM, 'two_hands.jpg');
    const named = record(picture, 'hands.table', '--model', 'landmarker', '--format', 'csv');
    const ended = record(picture, 'hands.csv', '--model', 'landmarker');
    expect([named.status, ended.status]).toEqual([0, 0]);
    const table = readFileSync(ended.out, 'utf8');
    expect(readFileSync(named.out, 'utf8')).toBe(table);
    // A heading, 21 joints of one left hand, and the last line's end.
    const rows = table.split('\r\n');
    expect(rows.slice(1, -1).map((row) => row.split(',')[2])).toEqual(Array(21).fill('left'));
  });

  test(
    'asl_hand.25fps.mp4: all 325 frames in order, a hand in at least 320, twice the same numbers',
    { timeout: 400_000 },
    async () => {
      const clip = join(WEBCAM, 'asl_hand.25fps.mp4');
      const outs = ['asl-1.ndjson', 'asl-2.ndjson'].map((name) => join(folder, name));
      // Both at once: each takes one of two cores for a minute.
      await Promise.all(
        outs.map((out) => {
          const flags = [clip, '--out', out, '--raw', '--model', 'landmarker'];
          return promisify(execFile)('npm', typed('record', flags), { cwd: ROOT });
        }),
      );
      const [{ header, frames }, again] = outs.map(readStream) as [Recorded, Recorded];
      expect(header['source']).toMatchObject({ kind: 'clip', width: 620, height: 1080 });
      expect(frames).toHaveLength(325);
      expect(frames.map(({ index }) => index)).toEqual(frames.map((_, i) => i));
      const gaps = frames.slice(1).map(({ time }, i) => time - frames[i]!.time);
      expect(Math.min(...gaps)).toBeGreaterThan(39.9);
      expect(Math.max(...gaps)).toBeLessThan(40.1);
      const withHand = frames.filter(({ hands }) => hands.right ?? hands.left).length;
      console.info(`asl clip: a hand in ${withHand} of ${frames.length} frames`);
      expect(withHand).toBeGreaterThanOrEqual(320);
      expect(again.frames).toEqual(frames);
    },
  );
});

/** An open hand in the heatmap's bins, its wrist at (x, 27.3): fingers up, tips towards the camera. */
function openHand(x: number, spread: number): Vec3[] {
  const finger = (f: number) =>
    [1, 2, 3, 4].map((k): Vec3 => [
      x + (f - 2) * spread * (0.6 + 0.1 * k),
      26 - 5.2 * k,
      16 - 0.3 * k,
    ]);
  return [[x, 27.3, 16], ...[0, 1, 2, 3, 4].flatMap(finger)];
}

describe.skipIf(!shared)('npm run record with a network (needs ../shared/data)', () => {
  test('the network’s joints, scores and relative depth stand in the stream, twice the same', async () => {
    const model = join(folder, 'fixed.onnx');
    const joints = { right: openHand(9.4, 2.1), left: openHand(21.7, 2.4) };
    const handedness = { right: 0.9, left: 0.8 };
    writeFileSync(model, await fixedPoseInternet({ joints, handedness, relativeDepthMm: -60 }));
    const sha256 = createHash('sha256').update(readFileSync(model)).digest('hex');

    const picture = join(WEBCAM, 'two_hands.jpg');
    const flags = ['--model', model, '--backend', 'wasm'];
    const [first, second] = [1, 2].map((n) => record(picture, `network-${n}.ndjson`, ...flags));
    expect(first!.stderr + first!.status).toMatch(/0$/);
    const { header, frames } = readStream(first!.out);
    expect(header['estimator']).toEqual({ id: 'fixed.onnx', sha256, backend: 'wasm' });
    expect(readStream(second!.out).frames).toEqual(frames);

    const [{ hands, relativeDepth }] = frames as [PoseFrame];
    expect(relativeDepth).toEqual({ mm: -60, from: 'internet' });
    expect(hands.left!.rootDepth.mm - hands.right!.rootDepth.mm).toBeCloseTo(-60, 2);
    const origin = hands.right!.joints2d[0]!;
    const pxPerBin = (origin[0] - hands.left!.joints2d[0]![0]) / (9.4 - 21.7);
    for (const side of HAND_SIDES) {
      expect(hands[side]!.score).toBe(handedness[side]);
      hands[side]!.joints2d.forEach(([x, y], joint) => {
        const [binX, binY] = joints[side][joint]!;
        expect((x - origin[0]) / pxPerBin).toBeCloseTo(binX - 9.4, 1);
        expect((y - origin[1]) / pxPerBin).toBeCloseTo(binY - 27.3, 1);
      });
      expect(Math.min(...hands[side]!.jointScores!)).toBeGreaterThan(0.8);
    }
  });
});

describe('npm run record refuses', () => {
  const refusal = (input: string, name: string, ...flags: string[]) => {
    const { status, stderr, out } = record(input, name, ...flags);
    expect(status).not.toBe(0);
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(folder).filter((file) => file.endsWith('.part'))).toEqual([]);
    return stderr.trim().split('\n').at(-1);
  };

  test('a file that is not there', () => {
    expect(refusal(join(folder, 'absent.mp4'), 'a.ndjson')).toContain('no such file');
  });

  test('a format that is none', () => {
    const path = join(folder, 'hands.mp4');
    writeFileSync(path, '');
    expect(refusal(path, 'hands.fbx', '--format', 'fbx')).toContain('--format fbx: there are');
  });

  test('a file that is no video', () => {
    const path = join(folder, 'notes.mp4');
    writeFileSync(path, 'no video at all');
    expect(refusal(path, 'b.ndjson')).toContain('“notes.mp4” is not a video');
  });

  test.skipIf(!shared)('a model that is none', () => {
    const path = join(folder, 'notes.onnx');
    writeFileSync(path, 'no network at all');
    const picture = join(WEBCAM, 'two_hands.jpg');
    expect(refusal(picture, 'd.ndjson', '--model', path)).toContain('notes.onnx');
    expect(refusal(picture, 'e.ndjson', '--model', 'nobody')).toContain('--model nobody');
    expect(refusal(picture, 'f.ndjson', '--model', 'landmarker', '--backend', 'webgpu')).toContain(
      'landmarker',
    );
  });

  test('a file that is no picture', () => {
    const path = join(folder, 'notes.jpg');
    writeFileSync(path, 'no picture at all');
    expect(refusal(path, 'c.ndjson')).toContain('notes.jpg');
  });
});
