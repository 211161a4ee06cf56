import { viewOf } from '../data-view.ts';
import type { PickleValue } from '../pickle-value.ts';
import { utf8 } from '../utf8.ts';
import { latin1 } from './latin1.ts';
import { counted, fixed, line, none, opcode, unsigned, type Opcode } from './opcode.ts';
import { integerFromBytes, integerFromText } from './python-integer.ts';

/** Instructions that push a value of their own. */
export const LITERAL_OPCODES: readonly Opcode[] = [
  literal('N', none, () => null),
  literal(0x88, none, () => true),
  literal(0x89, none, () => false),

  literal('K', fixed(1), unsigned),
  literal('M', fixed(2), unsigned),
  literal('J', fixed(4), integerFromBytes),
  literal(0x8a, counted(1), integerFromBytes),
  literal(0x8b, counted(4), integerFromBytes),
  literal('I', line, (bytes) => integerOrBoolean(latin1(bytes))),
  literal('L', line, (bytes) => integerFromText(latin1(bytes))),
  literal('G', fixed(8), (bytes) => viewOf(bytes).getFloat64(0)),
  literal('F', line, (bytes) => Number(latin1(bytes).replace('inf', 'Infinity'))),

  literal('X', counted(4), utf8),
  literal(0x8c, counted(1), utf8),
  literal(0x8d, counted(8), utf8),
  literal('V', line, rawUnicodeEscape),
  // Python 2's str, which was text and bytes alike.
  literal('U', counted(1), utf8),
  literal('T', counted(4), utf8),

  literal('C', counted(1), (bytes) => bytes.slice()),
  literal('B', counted(4), (bytes) => bytes.slice()),
  literal(0x8e, counted(8), (bytes) => bytes.slice()),
  literal(0x96, counted(8), (bytes) => bytes.slice()),
];

function literal(
  code: string | number,
  argument: Opcode['argument'],
  read: (bytes: Uint8Array<ArrayBuffer>) => PickleValue,
): Opcode {
  return opcode(code, argument, (machine, bytes) => machine.push(read(bytes)));
}

/** Protocols 0 and 1 write booleans as the integers 00 and 01. */
function integerOrBoolean(text: string): PickleValue {
  if (text === '00' || text === '01') return text === '01';
  return integerFromText(text);
}

/** Python's codec of that name: Latin-1, other characters as \uXXXX or \UXXXXXXXX. */
function rawUnicodeEscape(bytes: Uint8Array): string {
  return latin1(bytes).replace(
    /\\u([\da-fA-F]{4})|\\U(000[\da-fA-F]{5}|0010[\da-fA-F]{4})/g,
    (_, short?: string, long?: string) => String.fromCodePoint(parseInt(short ?? long!, 16)),
  );
}
