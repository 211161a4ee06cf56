import type { ForwardReader } from './forward-reader.ts';
import type { PickleMachine } from './machine.ts';

/** One instruction of the pickle machine. */
export interface Opcode {
  readonly code: number;
  /** Reads the bytes that follow the code. */
  readonly argument: (reader: ForwardReader) => Promise<Uint8Array<ArrayBuffer>>;
  /** @param argument good until the next instruction is read */
  readonly apply: (machine: PickleMachine, argument: Uint8Array<ArrayBuffer>) => void;
}

/** @param code its character, as Python's pickletools names it, or its number */
export function opcode(
  code: string | number,
  argument: Opcode['argument'],
  apply: Opcode['apply'],
): Opcode {
  return { code: typeof code === 'string' ? code.charCodeAt(0) : code, argument, apply };
}

/** An argument of so many bytes. */
export function fixed(bytes: number): Opcode['argument'] {
  return (reader) => reader.take(bytes);
}

export const none = fixed(0);

/** An argument whose length comes first, in so many bytes. */
export function counted(lengthBytes: 1 | 4 | 8): Opcode['argument'] {
  return async (reader) => reader.take(unsigned(await reader.take(lengthBytes)));
}

export const line: Opcode['argument'] = (reader) => reader.takeLine();

/** Little-endian; past 2^53 rounded, which no length or slot reaches. */
export function unsigned(bytes: Uint8Array): number {
  return bytes.reduceRight((value, byte) => value * 256 + byte, 0);
}
