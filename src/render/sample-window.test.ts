import { describe, expect, it } from 'vitest';
import { SampleWindow } from './sample-window.ts';

describe('SampleWindow', () => {
  it('keeps the newest samples in order and never grows', () => {
    const window = new SampleWindow(2, 3, 1);
    for (let t = 0; t < 10; t++) window.push(t, [t * 10, t % 2 ? t : null]);
    expect(window.seconds).toEqual([7, 8, 9]);
    expect(window.series).toEqual([
      [70, 80, 90],
      [7, null, 9],
    ]);
  });

  it('starts with gaps on a rising axis', () => {
    const window = new SampleWindow(1, 3, 0.5);
    window.push(4, [1]);
    expect(window.series[0]).toEqual([null, null, 1]);
    expect([...window.seconds].sort((a, b) => a - b)).toEqual(window.seconds);
  });

  it('starts over when time goes back', () => {
    const window = new SampleWindow(1, 3, 0.5);
    for (const t of [5, 6, 7, 1]) window.push(t, [t]);
    expect(window.series[0]).toEqual([null, null, 1]);
    expect(window.seconds).toEqual([0, 0.5, 1]);
  });
});
