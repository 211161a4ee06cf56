import { malformed } from '../malformed.ts';
import type { PickleValue } from '../pickle-value.ts';
import { CONTAINER_OPCODES } from './container-opcodes.ts';
import type { ForwardReader } from './forward-reader.ts';
import { LITERAL_OPCODES } from './literal-opcodes.ts';
import { PickleMachine } from './machine.ts';
import { MEMO_OPCODES } from './memo-opcodes.ts';
import { OBJECT_OPCODES } from './object-opcodes.ts';

const OPCODES = new Map(
  [...LITERAL_OPCODES, ...CONTAINER_OPCODES, ...MEMO_OPCODES, ...OBJECT_OPCODES].map(
    (opcode) => [opcode.code, opcode] as const,
  ),
);
const STOP = 0x2e;

/** What an instruction costs whatever it does: about the bytes that its result takes in memory. */
const INSTRUCTION_WORK = 32;

/**
 * Reads one pickle of protocol 0 to 5, and leaves the reader behind it. Nothing is executed: a closed
 * list of globals is known, every other one becomes an Opaque.
 * @throws Malformed
 */
export async function unpickle(
  reader: ForwardReader,
  loadPersistent: PickleMachine['loadPersistent'],
): Promise<PickleValue> {
  const machine = new PickleMachine(loadPersistent);
  for (;;) {
    const at = reader.position;
    const code = (await reader.take(1))[0]!;
    if (code === STOP) return machine.pop();
    const opcode = OPCODES.get(code);
    if (!opcode) throw malformed(`byte ${at}, 0x${code.toString(16)}, is no pickle instruction`);
    const argument = await opcode.argument(reader);
    machine.spend(INSTRUCTION_WORK + argument.length);
    opcode.apply(machine, argument);
  }
}
