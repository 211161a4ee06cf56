import { describe, expect, it } from 'vitest';
import { OFFICIAL_CONTRACT } from '../../tests/fake-internet.ts';
import { handFromPeaks } from './crop-inferences.ts';

/** Each joint's x tells its place in the network. */
const peaks = Array.from({ length: 21 }, (_, joint) => ({ x: joint, y: 32, z: 32, max: 255 }));
const wristX = (jointOrder: 'interhand' | 'wrist-first') =>
  handFromPeaks(peaks, { ...OFFICIAL_CONTRACT, jointOrder }).joints[0]![0];

describe('handFromPeaks', () => {
  it('gives joints in the public order, px and mm, whichever order the network has', () => {
    expect(handFromPeaks(peaks, OFFICIAL_CONTRACT).joints[0]).toEqual([20 * 4, 128, 0]);
    expect(wristX('interhand')).toBe(20 * 4);
    expect(wristX('wrist-first')).toBe(0);
  });

  it.each([Number.NaN, -Infinity, -3.4028234e38])(
    'throws for a volume whose highest is %d',
    (max) => {
      const overflowed = peaks.with(3, { x: 0, y: 0, z: 0, max });
      expect(() => handFromPeaks(overflowed, OFFICIAL_CONTRACT)).toThrow('no numbers');
    },
  );
});
