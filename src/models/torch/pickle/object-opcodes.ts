import { KNOWN_GLOBALS } from '../known-globals.ts';
import { malformed } from '../malformed.ts';
import { NumpyArray } from '../numpy-array.ts';
import { NumpyDtype } from '../numpy-dtype.ts';
import { Opaque } from '../opaque.ts';
import type { PickleValue } from '../pickle-value.ts';
import { utf8 } from '../utf8.ts';
import { latin1 } from './latin1.ts';
import type { PickleMachine } from './machine.ts';
import { line, none, opcode, type Opcode } from './opcode.ts';

const twoLines: Opcode['argument'] = async (reader) => {
  const module = (await reader.takeLine()).slice();
  const name = await reader.takeLine();
  return Uint8Array.of(...module, DOT, ...name);
};
const DOT = 0x2e;

/** Instructions that name classes and functions, call them, and set their state. */
export const OBJECT_OPCODES: readonly Opcode[] = [
  opcode('c', twoLines, (machine, name) => machine.push(globalNamed(utf8(name)))),
  opcode(0x93, none, (machine) => {
    const name = machine.pop();
    const module = machine.pop();
    if (typeof module !== 'string' || typeof name !== 'string') {
      throw malformed('its pickle names a class by what is no name');
    }
    machine.push(globalNamed(`${module}.${name}`));
  }),

  opcode('R', none, callTop),
  opcode(0x81, none, callTop),
  opcode(0x92, none, (machine) => {
    machine.pop(); // Arguments by name: no class that is known takes any.
    callTop(machine);
  }),
  opcode('o', none, (machine) => {
    const [callee, ...args] = machine.popToMark();
    machine.call(callee, args);
  }),
  opcode('i', twoLines, (machine, name) => {
    machine.call(globalNamed(utf8(name)), machine.popToMark());
  }),

  opcode('b', none, (machine) => {
    const state = machine.pop();
    setState(machine, machine.top(), state);
  }),
  opcode('Q', none, (machine) => machine.push(machine.loadPersistent(machine.pop()))),
  opcode('P', line, (machine, id) => machine.push(machine.loadPersistent(latin1(id)))),
];

function globalNamed(name: string): PickleValue {
  return KNOWN_GLOBALS.get(name) ?? new Opaque(name);
}

function callTop(machine: PickleMachine): void {
  const args = machine.pop();
  machine.call(machine.pop(), args);
}

/** Only numpy's objects need theirs; an OrderedDict's is module versions, which nothing asks for. */
function setState(machine: PickleMachine, target: PickleValue, state: PickleValue): void {
  if (!(target instanceof NumpyArray || target instanceof NumpyDtype)) return;
  if (Array.isArray(state)) machine.spendOn(state);
  target.setState(state);
}
