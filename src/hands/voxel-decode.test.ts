import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasGolden, readSharedJson } from '../../tests/golden.ts';
import { binToDepthMm, binToPixel } from './heatmap-units.ts';
import type { Vec3 } from './vectors.ts';
import { decodeVolume, type VoxelDecode } from './voxel-decode.ts';
import { peakIndex, type VolumeSize } from './voxel-peak.ts';

const CUBE: VolumeSize = [64, 64, 64];
const CELLS = 64 ** 3;

interface Decode3d {
  lcg_volume: {
    seed: number;
    first5: number[];
    last: number;
    official_joint_coord_xyz: Vec3[];
    mmpose_keypoints_input_px_mm: Vec3[];
    mmpose_scores: number[];
  };
  sparse_volumes: {
    name: string;
    background: number;
    points_zyxv: [z: number, y: number, x: number, value: number][];
    official_xyz: Vec3;
    mmpose_keypoint_px_px_mm: Vec3;
    mmpose_score: number;
  }[];
}

function* randomFloats(seed: number) {
  for (let s = seed; ;) {
    s = (Math.imul(1664525, s) + 1013904223) >>> 0;
    yield (s >>> 8) / 2 ** 24;
  }
}

function bins(volume: Float32Array, offset: number, decode: VoxelDecode): Vec3 {
  const { x, y, z } = decodeVolume(volume, offset, CUBE, decode);
  return [x, y, z];
}

/** As MMPose gives it: px of a 256 px crop and mm. */
function inUnits([x, y, z]: Vec3): Vec3 {
  return [binToPixel(x, 64, 256), binToPixel(y, 64, 256), binToDepthMm(z, 64, 400)];
}

describe.skipIf(!hasGolden)('decodeVolume on decode3d.json (needs ../shared/golden)', () => {
  const golden = hasGolden ? readSharedJson<Decode3d>('golden/decode3d.json') : null;

  test('42 volumes of noise: both arg-maxes, and the scores', () => {
    const expected = golden!.lcg_volume;
    const source = randomFloats(expected.seed);
    const volumes = Float32Array.from({ length: 42 * CELLS }, () => source.next().value!);
    expect([...volumes.subarray(0, 5)]).toEqual(expected.first5);
    expect(volumes.at(-1)).toBe(expected.last);
    const offsets = Array.from({ length: 42 }, (_, joint) => joint * CELLS);
    expect(offsets.map((offset) => bins(volumes, offset, 'official'))).toEqual(
      expected.official_joint_coord_xyz,
    );
    expect(offsets.map((offset) => inUnits(bins(volumes, offset, 'mmpose')))).toEqual(
      expected.mmpose_keypoints_input_px_mm,
    );
    expect(offsets.map((offset) => decodeVolume(volumes, offset, CUBE, 'mmpose').max)).toEqual(
      expected.mmpose_scores,
    );
  });

  test.each(golden?.sparse_volumes ?? [])('ties and empty volumes: $name', (sparse) => {
    const volume = new Float32Array(CELLS).fill(sparse.background);
    for (const [z, y, x, value] of sparse.points_zyxv) volume[(z * 64 + y) * 64 + x] = value;
    expect(bins(volume, 0, 'official')).toEqual(sparse.official_xyz);
    expect(inUnits(bins(volume, 0, 'mmpose'))).toEqual(sparse.mmpose_keypoint_px_px_mm);
    expect(decodeVolume(volume, 0, CUBE, 'mmpose').max).toBe(sparse.mmpose_score);
  });
});

describe('peakIndex', () => {
  test('finds the first of several equal peaks by either rule, in volumes of any size', () => {
    const volumes = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.nat(4), fc.nat(4))
      .map(([d, h, w]): VolumeSize => [d, h + 1, w + 1])
      .chain((size) => {
        const cells = size[0] * size[1] * size[2];
        const few = fc.array(fc.integer({ min: -1, max: 1 }), {
          minLength: cells,
          maxLength: cells,
        });
        return fc.tuple(fc.constant(size), few, fc.nat(9));
      });
    fc.assert(
      fc.property(volumes, ([size, cells, offset]) => {
        const [, height, width] = size;
        // Higher values on both sides, which are not this volume's.
        const values = Float32Array.from([...Array(offset).fill(9), ...cells, 9, 9, 9]);
        const best = Math.max(...cells);
        const tied = cells.flatMap((value, i) => (value === best ? [i] : []));
        const key = (i: number): Vec3 => [
          i % width,
          Math.floor(i / width) % height,
          Math.floor(i / width / height),
        ];
        const byOfficialRule = tied.toSorted((a, b) => {
          const [p, q] = [key(a), key(b)];
          return p[0] - q[0] || p[1] - q[1] || p[2] - q[2];
        });
        expect(peakIndex(values, offset, size, 'official')).toBe(byOfficialRule[0]);
        expect(peakIndex(values, offset, size, 'mmpose')).toBe(tied[0]);
      }),
    );
  });
});

describe('the refined decode', () => {
  const SIZE: VolumeSize = [20, 22, 24];

  function gaussian(centre: Vec3, sigma: number, noise: () => number = () => 0): Float32Array {
    const [depth, height, width] = SIZE;
    return Float32Array.from({ length: depth * height * width }, (_, i) => {
      const x = i % width;
      const y = Math.floor(i / width) % height;
      const z = Math.floor(i / width / height);
      const squared = (x - centre[0]) ** 2 + (y - centre[1]) ** 2 + (z - centre[2]) ** 2;
      return 255 * (Math.exp(-squared / (2 * sigma * sigma)) + noise());
    });
  }

  function error(volume: Float32Array, centre: Vec3, decode: VoxelDecode): Vec3 {
    const { x, y, z } = decodeVolume(volume, 0, SIZE, decode);
    return [x - centre[0], y - centre[1], z - centre[2]];
  }

  /** Root mean square error per axis, bins, over 100 random places. */
  function errorsUnder(noiseLevel: number): { argMax: number; refined: number } {
    const random = randomFloats(11);
    const next = () => random.next().value!;
    // Three uniform numbers: nearly normal, standard deviation 1.
    const noise = () => noiseLevel * 2 * (next() + next() + next() - 1.5);
    const samples = Array.from({ length: 100 }, () => {
      const centre: Vec3 = [11 + next(), 10 + next(), 9 + next()];
      return { centre, volume: gaussian(centre, 2.5, noise) };
    });
    const rootMeanSquare = (decode: VoxelDecode) => {
      const errors = samples.flatMap(({ volume, centre }) => error(volume, centre, decode));
      return Math.sqrt(errors.reduce((sum, e) => sum + e * e, 0) / errors.length);
    };
    return { argMax: rootMeanSquare('official'), refined: rootMeanSquare('refined') };
  }

  test('is exact for a Gaussian wherever it lies', () => {
    const place = (length: number) => fc.double({ min: 3, max: length - 4, noNaN: true });
    fc.assert(
      fc.property(
        fc.tuple(place(SIZE[2]), place(SIZE[1]), place(SIZE[0])),
        fc.double({ min: 2, max: 3.5, noNaN: true }),
        (centre, sigma) => {
          for (const off of error(gaussian(centre, sigma), centre, 'refined')) {
            expect(Math.abs(off)).toBeLessThan(1e-5);
          }
        },
      ),
    );
  });

  test('has no quantisation error, the arg-max 0.29 bins; under noise it is better too', () => {
    const exact = errorsUnder(0);
    expect(exact.argMax).toBeCloseTo(Math.sqrt(1 / 12), 1);
    expect(exact.refined).toBeLessThan(1e-5);
    const noisy = [0.01, 0.02, 0.05].map(errorsUnder);
    expect(noisy[0]!.refined).toBeLessThan(0.035);
    expect(noisy[1]!.refined).toBeLessThan(0.07);
    for (const { argMax, refined } of noisy) expect(refined).toBeLessThan(argMax / 2.5);
  });

  test('leaves the highest cell where the volume ends or nothing peaks', () => {
    const corner = gaussian([1.3, 10.3, 9.3], 2.5);
    const { x, y, z } = decodeVolume(corner, 0, SIZE, 'refined');
    expect(x).toBe(1);
    expect(y).toBeCloseTo(10.3, 5);
    expect(z).toBeCloseTo(9.3, 5);
    const flat = new Float32Array(20 * 22 * 24).fill(-1);
    expect(decodeVolume(flat, 0, SIZE, 'refined')).toEqual({ x: 0, y: 0, z: 0, max: -1 });
  });

  test('never leaves the cells beside the highest one', () => {
    const value = fc.float({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 343, maxLength: 343 }), (cells) => {
        const volume = Float32Array.from(cells);
        const coarse = decodeVolume(volume, 0, [7, 7, 7], 'official');
        const fine = decodeVolume(volume, 0, [7, 7, 7], 'refined');
        for (const axis of ['x', 'y', 'z'] as const) {
          expect(Math.abs(fine[axis] - coarse[axis])).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
