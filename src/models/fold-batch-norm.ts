/** A BatchNorm's four vectors, one value a channel. */
export interface BatchNorm {
  readonly gamma: Float32Array;
  readonly beta: Float32Array;
  readonly mean: Float32Array;
  readonly variance: Float32Array;
}

/** PyTorch's default, which InterNet keeps everywhere (internet-spec.md A1). */
const EPSILON = 1e-5;

/** What the BatchNorm multiplies each channel with; in double. */
export function batchNormScale({ gamma, variance }: BatchNorm): Float64Array {
  return Float64Array.from(gamma, (g, c) => g / Math.sqrt(variance[c]! + EPSILON));
}

/** What it adds to each channel after that: the folded convolution's bias. */
export function batchNormShift(norm: BatchNorm): Float32Array<ArrayBuffer> {
  const scale = batchNormScale(norm);
  return Float32Array.from(norm.beta, (b, c) => b - norm.mean[c]! * scale[c]!);
}

/**
 * Multiplies an array [outer, channels, inner], in place, with one factor a channel: convolution
 * weights by output channel (outer 1), transposed ones by theirs (outer the input channels).
 */
export function scaleChannels(
  values: Float32Array<ArrayBuffer>,
  factors: ArrayLike<number>,
  inner: number,
): Float32Array<ArrayBuffer> {
  for (let at = 0, channel = 0; at < values.length; at += inner, channel++) {
    const factor = factors[channel % factors.length]!;
    for (let i = at; i < at + inner; i++) values[i]! *= factor;
  }
  return values;
}
