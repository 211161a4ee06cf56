import { malformed } from '../malformed.ts';

/** A Python integer: a number where that holds it exactly, else a bigint. */
export type PythonInteger = number | bigint;

/** No integer of a checkpoint comes near; converting digits costs more than linear time. */
const MAX_BYTES = 1024;
const MAX_DIGITS = 2500;

export function pythonInteger(value: bigint): PythonInteger {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** Two's complement, little-endian, of any length; 0 of none. */
export function integerFromBytes(bytes: Uint8Array): PythonInteger {
  if (bytes.length > MAX_BYTES) throw malformed(`an integer in it has ${bytes.length} bytes`);
  const magnitude = bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
  return pythonInteger(BigInt.asIntN(bytes.length * 8, magnitude));
}

/** Decimal digits, with or without Python 2's final L. */
export function integerFromText(text: string): PythonInteger {
  const digits = /^(-?\d+)L?$/.exec(text)?.[1];
  if (!digits || digits.length > MAX_DIGITS) throw malformed('an integer in it has no digits');
  return pythonInteger(BigInt(digits));
}
