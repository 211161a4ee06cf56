import { describe, expect, it } from 'vitest';
import { warpTerms } from './warp-terms.ts';

describe('warpTerms', () => {
  it('is the pixel itself under the identity, in 1/1024 px', () => {
    const { columnX, columnY, rowX, rowY } = warpTerms([1, 0, 0, 0, 1, 0], 3);
    expect([...columnX]).toEqual([0, 1024, 2048]);
    expect([...columnY]).toEqual([0, 0, 0]);
    expect([...rowX]).toEqual([16, 16, 16]);
    expect([...rowY]).toEqual([16, 1040, 2064]);
  });

  it('rounds halves to the even integer', () => {
    // A shift by 1/2048 px is half a unit.
    expect(warpTerms([1, 0, -0.5 / 1024, 0, 1, -1.5 / 1024], 1)).toMatchObject({
      rowX: Int32Array.of(0 + 16),
      rowY: Int32Array.of(2 + 16),
    });
  });
});
