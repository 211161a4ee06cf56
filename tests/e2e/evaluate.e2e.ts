import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { toInterhandOrder } from '../../src/hands/interhand-joints.ts';
import type { HandJoints } from '../../src/hands/pose-frame.ts';
import { openApiPage } from './pages.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const [FRAMES, WIDTH, HEIGHT] = [8, 640, 480];
const folder = mkdtempSync(join(tmpdir(), 'handstream-evaluate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Frames of the synthetic source as `python -m handgen sequences` would write them. */
async function writeSequence(): Promise<void> {
  await using api = await openApiPage();
  const { frames, camera, rgb } = await api.page.evaluate(
    async ({ frameCount, width, height }) => {
      const scene = { scene: 'apart', pace: 'every-frame' } as const;
      const source = window.handstream!.syntheticSource({ ...scene, frameCount, width, height });
      const context = new OffscreenCanvas(width, height).getContext('2d')!;
      const frames: import('../../src/hands/ground-truth.ts').GroundTruth[] = [];
      let camera: import('../../src/hands/camera-intrinsics.ts').CameraIntrinsics | undefined;
      const pixels: string[] = [];
      await source.frames.forEach((frame) => {
        context.drawImage(frame.image, 0, 0);
        const { data } = context.getImageData(0, 0, width, height);
        const rgb = data.filter((_, i) => i % 4 < 3);
        pixels.push(Array.from(rgb, (byte) => String.fromCharCode(byte)).join(''));
        frames.push(frame.truth!);
        camera = frame.camera;
        frame[Symbol.dispose]();
      });
      return { frames, camera, rgb: pixels };
    },
    { frameCount: FRAMES, width: WIDTH, height: HEIGHT },
  );
  const inOrder = <T>(joints: readonly T[]) =>
    toInterhandOrder({ right: joints, left: joints }).slice(0, joints.length);
  const handOf = ({ joints2d, joints3d }: HandJoints) => ({
    joints2d: inOrder(joints2d),
    joints3d: inOrder(joints3d),
  });
  const truth = {
    framesPerSecond: 30,
    width: WIDTH,
    height: HEIGHT,
    camera,
    pictures: { file: 'frames.raw', offset: 0 },
    frames: frames.map(({ hands, scene }) => ({
      scene,
      right: handOf(hands.right!),
      left: handOf(hands.left!),
    })),
  };
  writeFileSync(join(folder, 'frames.raw'), rgb.join(''), 'latin1');
  writeFileSync(join(folder, 'sequence-000.json'), JSON.stringify(truth));
}

test('npm run evaluate -- --sequences: the pipeline measured on frames whose truth is known', async () => {
  await writeSequence();
  const command = ['run', '--silent', 'evaluate', '--', '--sequences', folder];
  const flags = ['--model', 'landmarker'];
  const { status, stdout, stderr } = spawnSync('npm', [...command, ...flags], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(stderr + status).toMatch(/0$/);
  const report = JSON.parse(stdout.trim().split('\n').at(-1)!) as Record<string, unknown>;
  expect(report).toMatchObject({ model: 'landmarker', frames: FRAMES, swapped: 0, aph: 1, pck: 1 });
  expect(report['allFound']).toBe(1);
  const { interacting } = report['mpjpe'] as { interacting: number };
  expect(interacting).toBeGreaterThan(0);
  expect(interacting).toBeLessThan(40);
});
