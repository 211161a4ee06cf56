import type { HandTones } from './hand-colours.ts';

/** Root-relative depth, mm, at which the shade is as near or as far as it gets. */
const REACH_MM = 90;
const STEPS = 32;

/** 0 (far) .. 1 (near) for a depth relative to the wrist, mm, positive away from the camera. */
export function nearness(relativeMm: number): number {
  return Math.min(1, Math.max(0, 0.5 - relativeMm / (2 * REACH_MM)));
}

/** A hand's tones from far to near as a table of 0xRRGGBB, so that a frame computes no colours. */
export function toneRamp({ far, mid, near }: HandTones): readonly number[] {
  return Array.from({ length: STEPS }, (_, step) => {
    const t = (2 * step) / (STEPS - 1);
    return t < 1 ? mix(far, mid, t) : mix(mid, near, t - 1);
  });
}

/** The ramp's tone for a nearness in 0..1. */
export function toneAt(ramp: readonly number[], near: number): number {
  return ramp[Math.round(near * (ramp.length - 1))]!;
}

function mix(from: number, to: number, t: number): number {
  let mixed = 0;
  for (const shift of [16, 8, 0]) {
    const a = (from >> shift) & 255;
    const b = (to >> shift) & 255;
    mixed |= Math.round(a + (b - a) * t) << shift;
  }
  return mixed;
}
