import { describe, expect, it } from 'vitest';
import { fitFrame, stageX, stageY } from './stage-fit.ts';

describe('fitFrame', () => {
  it('letterboxes a wide frame on a square stage', () => {
    const fit = fitFrame({ width: 1280, height: 720 }, { width: 640, height: 640 }, false);
    expect(fit.scale).toBe(0.5);
    expect([stageX(fit, 0), stageX(fit, 1280)]).toEqual([0, 640]);
    expect([stageY(fit, 0), stageY(fit, 720)]).toEqual([140, 500]);
  });

  it('mirrors x inside the picture and leaves y alone', () => {
    const stage = { width: 1000, height: 480 };
    const plain = fitFrame({ width: 640, height: 480 }, stage, false);
    const mirrored = fitFrame({ width: 640, height: 480 }, stage, true);
    expect(stageX(mirrored, 100)).toBe(stageX(plain, 540));
    expect(stageX(mirrored, 320)).toBe(500);
    expect(stageY(mirrored, 77)).toBe(stageY(plain, 77));
  });
});
