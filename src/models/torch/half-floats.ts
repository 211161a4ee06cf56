/** IEEE 754 half precision to single; exact. */
export function float16ToFloat32(halves: Uint16Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  return Float32Array.from(halves, (bits) => {
    const sign = bits & 0x8000 ? -1 : 1;
    const exponent = (bits >> 10) & 0x1f;
    const fraction = bits & 0x3ff;
    if (exponent === 0) return sign * fraction * 2 ** -24;
    if (exponent === 0x1f) return fraction ? Number.NaN : sign * Infinity;
    return sign * (fraction + 0x400) * 2 ** (exponent - 25);
  });
}

/** bfloat16, the upper half of a single, to single; exact. */
export function bfloat16ToFloat32(halves: Uint16Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  return new Float32Array(Uint32Array.from(halves, (bits) => bits << 16).buffer);
}
