import { describe, expect, it } from 'vitest';
import { nearness, toneAt, toneRamp } from './depth-shade.ts';

describe('nearness', () => {
  it('falls with depth and stays in 0..1', () => {
    expect(nearness(0)).toBe(0.5);
    expect(nearness(-40)).toBeGreaterThan(nearness(40));
    expect(nearness(-5000)).toBe(1);
    expect(nearness(5000)).toBe(0);
  });
});

describe('toneRamp', () => {
  const ramp = toneRamp({ far: 0x102030, mid: 0x405060, near: 0xf0e0d0 });

  it('runs from the far tone to the near tone', () => {
    expect(toneAt(ramp, 0)).toBe(0x102030);
    expect(toneAt(ramp, 1)).toBe(0xf0e0d0);
  });

  it('never gets darker towards the viewer', () => {
    for (let step = 1; step < ramp.length; step++) {
      expect(ramp[step]! >> 16).toBeGreaterThanOrEqual(ramp[step - 1]! >> 16);
    }
  });
});
