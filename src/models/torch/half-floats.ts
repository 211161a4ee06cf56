/** The single for each of the 65,536 halves, made when first needed: 20 times as fast as computing. */
let singles: Float32Array | null = null;

/** IEEE 754 half precision to single; exact. */
export function float16ToFloat32(halves: Uint16Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  singles ??= Float32Array.from({ length: 0x10000 }, (_, bits) => singleOf(bits));
  const values = new Float32Array(halves.length);
  for (let i = 0; i < halves.length; i++) values[i] = singles[halves[i]!]!;
  return values;
}

function singleOf(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction ? Number.NaN : sign * Infinity;
  return sign * (fraction + 0x400) * 2 ** (exponent - 25);
}

/** bfloat16, the upper half of a single, to single; exact. */
export function bfloat16ToFloat32(halves: Uint16Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  return new Float32Array(Uint32Array.from(halves, (bits) => bits << 16).buffer);
}
