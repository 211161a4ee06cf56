/** Which samples of a row (or column) each pixel of a crop is made of, and how much of each. */
export interface AxisTaps {
  /** First sample of each pixel. */
  readonly first: Int32Array;
  /** [pixels, width]: weights of the samples from the first on; 0 past either end of the row. */
  readonly weights: Float32Array;
  readonly width: number;
  /** What each pixel's weights add up to: 1 but for pixels that reach past an end. */
  readonly covered: Float32Array;
}

/** Where a crop's pixels lie along one axis: pixel i at sample `start` + i · `scale`. */
export interface AxisPlace {
  readonly start: number;
  readonly scale: number;
}

/** Samples a pixel from which on they are averaged: training's cut does so below 0.7 px a sample. */
export const SHRINKING = 1 / 0.7;

/**
 * Linear interpolation; where the crop is much smaller than what it shows, a triangle over all
 * samples between two pixels, as torch.nn.functional.interpolate with antialias
 * (training/lite/square_crop.py, `cut`).
 * @param pixels of the crop
 * @param samples in the row: what lies past its ends weighs as if it were there, and counts for nothing
 */
export function axisTaps({ start, scale }: AxisPlace, pixels: number, samples: number): AxisTaps {
  const reach = scale > SHRINKING ? scale : 1;
  const reached = Math.ceil(2 * reach);
  const width = Math.min(reached, samples);
  const first = new Int32Array(pixels);
  const weights = new Float32Array(pixels * width);
  const covered = new Float32Array(pixels);
  for (let i = 0; i < pixels; i++) {
    const at = start + i * scale;
    const from = Math.floor(at - reach) + 1;
    const weight = (sample: number) => Math.max(0, 1 - Math.abs(sample - at) / reach);
    let whole = 0;
    for (let tap = 0; tap < reached; tap++) whole += weight(from + tap);
    // Moved inside, so that every tap can be read.
    const inside = Math.min(Math.max(from, 0), samples - width);
    first[i] = inside;
    for (let tap = 0; tap < width; tap++) {
      const value = weight(inside + tap) / whole;
      weights[i * width + tap] = value;
      covered[i] = covered[i]! + value;
    }
  }
  return { first, weights, width, covered };
}

/** The same taps with what was past the ends made up for by what is there. */
export function completed({ first, weights, width, covered }: AxisTaps): AxisTaps {
  const whole = weights.map((weight, i) => weight / (covered[Math.floor(i / width)]! || 1));
  return { first, weights: whole, width, covered: covered.map((part) => (part > 0 ? 1 : 0)) };
}
