import { malformed } from '../malformed.ts';
import { latin1 } from './latin1.ts';
import { fixed, line, none, opcode, unsigned, type Opcode } from './opcode.ts';
import { integerFromText } from './python-integer.ts';

const NEWEST_PROTOCOL = 5;

/** Instructions that move values between the stack and the memo, and the headers. */
export const MEMO_OPCODES: readonly Opcode[] = [
  opcode(0x80, fixed(1), (_, [protocol]) => {
    if (protocol! <= NEWEST_PROTOCOL) return;
    throw malformed(`its pickle has protocol ${protocol}; ${NEWEST_PROTOCOL} is the newest known`);
  }),
  opcode(0x95, fixed(8), () => {}), // A frame's length: a hint for reading ahead.

  opcode('(', none, (machine) => machine.mark()),
  opcode('0', none, (machine) => machine.discard()),
  opcode('1', none, (machine) => machine.popToMark()),
  opcode('2', none, (machine) => machine.push(machine.top())),

  opcode('q', fixed(1), (machine, slot) => machine.memoize(unsigned(slot))),
  opcode('r', fixed(4), (machine, slot) => machine.memoize(unsigned(slot))),
  opcode('p', line, (machine, slot) => machine.memoize(slotFromText(slot))),
  opcode(0x94, none, (machine) => machine.memoize()),
  opcode('h', fixed(1), (machine, slot) => machine.recall(unsigned(slot))),
  opcode('j', fixed(4), (machine, slot) => machine.recall(unsigned(slot))),
  opcode('g', line, (machine, slot) => machine.recall(slotFromText(slot))),
];

function slotFromText(line: Uint8Array): number {
  return Number(integerFromText(latin1(line)));
}
