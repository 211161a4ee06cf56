import { Ajv } from 'ajv';
import { Quaternion, Vector3 } from 'three';
import { describe, expect, test } from 'vitest';
import { RIGGED_HEADER, riggedFrame, streamOf, textOf } from '../../../tests/rigged-stream.ts';
import { HAND_SIDES } from '../../hands/hand-side.ts';
import { handDetections } from '../../workers/hand-landmarker-result.ts';
import schema from '../pose-stream.schema.json' with { type: 'json' };
import { exportJson } from './json-export.ts';
import { exportMediaPipe } from './media-pipe-export.ts';
import { exportNdjson } from './ndjson-export.ts';
import type { PoseStreamExporter } from './pose-stream-exporter.ts';
import { exportWebXr } from './web-xr-export.ts';

const FRAMES = [
  riggedFrame(0, 0),
  riggedFrame(1, 40, ['left']),
  riggedFrame(4, 160, []),
  riggedFrame(5, 200),
];

async function parsed(exporter: PoseStreamExporter, frames = FRAMES) {
  return JSON.parse(await textOf(exporter(RIGGED_HEADER, streamOf(frames)))) as {
    frames: Record<string, never>[];
  };
}

const validate = new Ajv({ strict: true, strictRequired: false, strictTypes: false }).compile(
  schema,
);

describe('.json', () => {
  test('is the header with its frames, each as the shipped schema says', async () => {
    const { frames, ...header } = await parsed(exportJson);
    expect(header).toEqual(RIGGED_HEADER);
    expect(frames).toEqual(JSON.parse(JSON.stringify(FRAMES)));
    for (const line of [header, ...frames])
      expect([validate(line), validate.errors]).toEqual([true, null]);
  });

  test('has an empty list for a stream without frames', async () => {
    expect((await parsed(exportJson, [])).frames).toEqual([]);
  });
});

test('.ndjson is the lines of the recording', async () => {
  const text = await textOf(exportNdjson(RIGGED_HEADER, streamOf(FRAMES)));
  expect(text.endsWith('\n')).toBe(true);
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  expect(lines).toEqual(JSON.parse(JSON.stringify([RIGGED_HEADER, ...FRAMES])));
});

interface WebXrHandJson {
  readonly joints: Record<
    string,
    {
      position: [number, number, number];
      orientation: [number, number, number, number];
      radius: number;
      synthesised?: true;
    }
  >;
}

describe('WebXR-25 JSON', () => {
  test('names 25 joints a hand, four of them synthesised, and null for an absent hand', async () => {
    const { frames } = await parsed(exportWebXr);
    const hands = frames.map(
      ({ hands }) => hands as unknown as Record<string, WebXrHandJson | null>,
    );
    expect(hands.map((each) => [each['right'] !== null, each['left'] !== null])).toEqual([
      [true, true],
      [false, true],
      [false, false],
      [true, true],
    ]);
    const joints = Object.entries(hands[0]!['right']!.joints);
    expect(joints).toHaveLength(25);
    expect(joints.filter(([, { synthesised }]) => synthesised).map(([name]) => name)).toEqual(
      ['index', 'middle', 'ring', 'pinky'].map((finger) => `${finger}-finger-metacarpal`),
    );
  });

  test('has what three.js reads as metres, y up, each bone along its joint’s -z', async () => {
    const { frames } = await parsed(exportWebXr);
    for (const [i, frame] of frames.entries()) {
      for (const side of HAND_SIDES) {
        const hand = (frame['hands'] as unknown as Record<string, WebXrHandJson | null>)[side];
        if (!hand) continue;
        const names = Object.keys(hand.joints);
        const at = (name: string) => new Vector3(...hand.joints[name]!.position);
        const [x, y, z] = FRAMES[i]!.hands[side]!.joints3d[0]!;
        expect(at('wrist').distanceTo(new Vector3(x / 1000, -y / 1000, -z / 1000))).toBeLessThan(
          2e-6,
        );
        for (const [joint, name] of names.entries()) {
          const turn = new Quaternion(...hand.joints[name]!.orientation);
          expect(turn.length()).toBeCloseTo(1, 5);
          if (name === 'wrist' || name.endsWith('tip')) continue;
          const next = at(names[joint + 1]!);
          const bone = new Vector3(0, 0, -at(name).distanceTo(next)).applyQuaternion(turn);
          expect(at(name).add(bone).distanceTo(next)).toBeLessThan(5e-6);
        }
      }
    }
  });
});

describe('MediaPipe’s landmarks', () => {
  test('are read by what reads HandLandmarker’s own results', async () => {
    const { frames } = await parsed(exportMediaPipe);
    for (const [i, frame] of frames.entries()) {
      const found = handDetections(
        frame as unknown as Parameters<typeof handDetections>[0],
        RIGGED_HEADER.source,
      );
      expect(found.map(({ side }) => side)).toEqual(
        HAND_SIDES.filter((side) => FRAMES[i]!.hands[side]),
      );
      for (const { side, landmarks, worldLandmarks, score } of found) {
        const { joints2d, joints3d } = FRAMES[i]!.hands[side]!;
        expect(score).toBe(0.75);
        for (const [joint, [x, y]] of landmarks.entries()) {
          expect(Math.hypot(x - joints2d[joint]![0], y - joints2d[joint]![1])).toBeLessThan(1e-3);
          const fromWrist = joints3d[joint]!.map((value, axis) => value - joints3d[0]![axis]!);
          const off = fromWrist.map((value, axis) => value - worldLandmarks[joint]![axis]!);
          expect(Math.hypot(...off)).toBeLessThan(1e-3);
        }
      }
    }
  });

  test('have world landmarks about their centre, and z from the wrist in picture widths', async () => {
    const { frames } = await parsed(exportMediaPipe);
    type Landmark = Record<'x' | 'y' | 'z' | 'visibility', number>;
    const { landmarks, worldLandmarks } = frames[0] as unknown as Record<string, Landmark[][]>;
    for (const axis of ['x', 'y', 'z'] as const) {
      const sum = worldLandmarks![0]!.reduce((sum, landmark) => sum + landmark[axis], 0);
      expect(sum / 21).toBeCloseTo(0, 6);
    }
    const { joints3d } = FRAMES[0]!.hands.right!;
    const widthsPerMm = RIGGED_HEADER.camera.fx / joints3d[0]![2] / 640;
    for (const [joint, { z, visibility }] of landmarks![0]!.entries()) {
      expect(z).toBeCloseTo((joints3d[joint]![2] - joints3d[0]![2]) * widthsPerMm, 6);
      expect(visibility).toBe(joint / 32);
    }
  });
});
