/** Bits of a float32 at and past which it rounds to an infinite half: 65520. */
const OVERFLOW = 0x477ff000;
/** The smallest normal half, 2^-14, and half of the smallest half, 2^-25, as bits of a float32. */
const NORMAL = 0x38800000;
const UNDERFLOW = 0x33000000;
/** What the exponent biases of both formats, 127 and 15, differ by, in the float32's place. */
const REBIAS = 112 << 23;

/** IEEE 754 single precision to half, to the nearest, ties to even. */
export function float32ToFloat16(values: Float32Array<ArrayBuffer>): Uint16Array<ArrayBuffer> {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  const halves = new Uint16Array(bits.length);
  for (let i = 0; i < bits.length; i++) halves[i] = roundToHalf(bits[i]!);
  return halves;
}

function roundToHalf(bits: number): number {
  const sign = (bits >>> 16) & 0x8000;
  const magnitude = bits & 0x7fffffff;
  if (magnitude > 0x7f800000) return sign | 0x7e00; // not a number
  if (magnitude >= OVERFLOW) return sign | 0x7c00;
  if (magnitude >= NORMAL) return sign | shiftToEven(magnitude - REBIAS, 13);
  if (magnitude <= UNDERFLOW) return sign;
  const significand = (magnitude & 0x7fffff) | 0x800000;
  return sign | shiftToEven(significand, 126 - (magnitude >>> 23));
}

/** Divides by 2^shift, to the nearest, halves to the even one. */
function shiftToEven(value: number, shift: number): number {
  const odd = (value >>> shift) & 1;
  return (value + (1 << (shift - 1)) - 1 + odd) >>> shift;
}
