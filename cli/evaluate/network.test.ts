import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { convertGolden } from '../../tests/golden-internet.ts';
import { hasGolden, readGolden, readSharedJson } from '../../tests/golden.ts';
import { squareBox } from '../../src/hands/bounding-box.ts';
import type { Vec3 } from '../../src/hands/vectors.ts';
import type { Picture8 } from '../../src/hands/warp-affine.ts';
import { openNetwork } from './network.ts';

interface EndToEnd {
  case: number;
  bbox_in_xywh: [number, number, number, number];
  official: {
    joint_image_px: [number, number][];
    joint_z_mm: number[];
    rel_root_mm: number;
    hand_type: [number, number];
  };
  mmpose: {
    keypoints_image_px_mm: Vec3[];
    rel_root_mm: number;
    hand_logits: [number, number];
  };
}

const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit));

/** What each variant's own code makes of a case. */
const variants = [
  {
    variant: 'official',
    checkpoint: 'internet_official_small_zip.pth.tar',
    expected: ({ official }: EndToEnd) => ({
      joints: official.joint_image_px.map(([x, y], joint): Vec3 => [
        x,
        y,
        official.joint_z_mm[joint]!,
      ]),
      depth: official.rel_root_mm,
      hands: official.hand_type,
    }),
  },
  {
    variant: 'mmpose',
    checkpoint: 'internet_mmpose1x_small_legacy.pth',
    expected: ({ mmpose }: EndToEnd) => ({
      joints: mmpose.keypoints_image_px_mm,
      depth: mmpose.rel_root_mm,
      hands: [sigmoid(mmpose.hand_logits[0]), sigmoid(mmpose.hand_logits[1])],
    }),
  },
] as const;

describe.skipIf(!hasGolden)(
  'from picture to joints, e2e_small.json (needs ../shared/golden)',
  { timeout: 120_000 },
  () => {
    const cases = hasGolden ? readSharedJson<EndToEnd[]>('golden/e2e_small.json') : [];
    const folder = mkdtempSync(join(tmpdir(), 'handstream-network-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    async function open(checkpoint: string, half: boolean) {
      const path = join(folder, `${checkpoint}.onnx`);
      writeFileSync(path, (await convertGolden(checkpoint, { half })).onnx);
      return openNetwork(path);
    }

    function picture(): Picture8 {
      const { data, shape } = readGolden('prep_synthetic').tensor('image_u8_hwc_rgb');
      const [height = 0, width = 0, channels = 0] = shape;
      return { data: data as Uint8Array, width, height, channels };
    }

    function boxOf({ bbox_in_xywh: [x, y, width, height] }: EndToEnd) {
      return squareBox({ x, y, width, height });
    }

    test.each(variants)('$variant', async ({ variant, checkpoint, expected }) => {
      await using network = await open(checkpoint, false);
      expect(network.contract.variant).toBe(variant);
      for (const golden of cases) {
        const answer = await network.predict(picture(), boxOf(golden), variant);
        const { joints, depth, hands } = expected(golden);
        expect(answer.joints).toHaveLength(42);
        const wanted = joints.flat();
        answer.joints.flat().forEach((value, k) => {
          expect(Math.abs(value - wanted[k]!)).toBeLessThan(1e-3);
        });
        expect(Math.abs(answer.relativeDepthMm - depth)).toBeLessThan(0.05);
        expect(Math.abs(answer.handedness.right - hands[0]!)).toBeLessThan(1e-4);
        expect(Math.abs(answer.handedness.left - hands[1]!)).toBeLessThan(1e-4);
      }
    });

    test('half floats are widened: the same arg-max, nearly the same numbers', async () => {
      const { checkpoint, expected } = variants[0];
      await using network = await open(checkpoint, true);
      const [golden] = cases;
      const answer = await network.predict(picture(), boxOf(golden!), 'official');
      const { joints, depth, hands } = expected(golden!);
      const wanted = joints.flat();
      answer.joints.flat().forEach((value, k) => {
        expect(Math.abs(value - wanted[k]!)).toBeLessThan(1e-3);
      });
      expect(Math.abs(answer.relativeDepthMm - depth)).toBeLessThan(0.5);
      expect(Math.abs(answer.handedness.right - hands[0])).toBeLessThan(1e-3);
    });
  },
);
