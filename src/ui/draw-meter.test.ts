import { expect, it } from 'vitest';
import { DrawMeter } from './draw-meter.ts';

it('gives the 95th percentile of the last frames', () => {
  const meter = new DrawMeter();
  expect(meter.p95Ms()).toBe(0);
  for (let ms = 1; ms <= 100; ms++) meter.add(ms);
  expect(meter.p95Ms()).toBe(95);
  for (let frame = 0; frame < 256; frame++) meter.add(2);
  expect(meter.p95Ms()).toBe(2);
});
