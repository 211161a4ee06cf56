import { describe, expect, it } from 'vitest';
import { FrameMeter } from './frame-meter.ts';

describe('FrameMeter', () => {
  it('measures a steady rate', () => {
    const meter = new FrameMeter();
    for (let t = 0; t <= 3000; t += 40) meter.add(t);
    expect(meter.rate(3000)).toBeCloseTo(25, 6);
  });

  it('forgets frames that are long past', () => {
    const meter = new FrameMeter();
    for (let t = 0; t <= 1000; t += 10) meter.add(t);
    expect(meter.rate(3500)).toBe(0);
  });

  it('says nothing after a single frame or a reset', () => {
    const meter = new FrameMeter();
    expect(meter.rate(0)).toBe(0);
    meter.add(5);
    expect(meter.rate(5)).toBe(0);
    meter.add(10);
    meter.reset();
    expect(meter.rate(10)).toBe(0);
  });
});
