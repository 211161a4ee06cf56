import { describe, expect, it } from 'vitest';
import { boneLengthsMm, REAL_BONE_LENGTHS_MM } from './bone-lengths.ts';
import { BONES } from './joints.ts';

describe('bone lengths', () => {
  it('has one length for each bone', () => {
    expect(REAL_BONE_LENGTHS_MM).toHaveLength(BONES.length);
  });

  it('makes a hand as long as adults’ are: 166 to 193 mm between the means of sexes and peoples', () => {
    const middle = BONES.findIndex(([, child]) => child === 9);
    const handLength = REAL_BONE_LENGTHS_MM.slice(middle, middle + 4).reduce((a, b) => a + b);
    expect(handLength).toBeGreaterThan(166);
    expect(handLength).toBeLessThan(193);
  });

  it('gets shorter towards the tip, in every finger', () => {
    for (const finger of [4, 8, 12, 16]) {
      const lengths = REAL_BONE_LENGTHS_MM.slice(finger, finger + 3);
      expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
    }
  });

  it('scales', () => {
    expect(boneLengthsMm()).toEqual(REAL_BONE_LENGTHS_MM);
    boneLengthsMm(0.8).forEach((length, i) => {
      expect(length).toBeCloseTo(0.8 * REAL_BONE_LENGTHS_MM[i]!, 12);
    });
    expect(() => boneLengthsMm(0)).toThrow(RangeError);
    expect(() => boneLengthsMm(Number.NaN)).toThrow(RangeError);
  });
});
