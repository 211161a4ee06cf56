import { malformed } from '../malformed.ts';
import { Opaque } from '../opaque.ts';
import type { PickleValue } from '../pickle-value.ts';
import type { PickleMachine } from './machine.ts';
import { none, opcode, type Opcode } from './opcode.ts';

/** Instructions that make lists, tuples, dicts and sets, and that fill them. */
export const CONTAINER_OPCODES: readonly Opcode[] = [
  opcode(']', none, (machine) => machine.push([])),
  opcode(')', none, (machine) => machine.push([])),
  opcode('}', none, (machine) => machine.push(new Map())),
  opcode(0x8f, none, (machine) => machine.push(new Set())),

  opcode(0x85, none, (machine) => pushTuple(machine, 1)),
  opcode(0x86, none, (machine) => pushTuple(machine, 2)),
  opcode(0x87, none, (machine) => pushTuple(machine, 3)),
  opcode('t', none, (machine) => machine.push(machine.popToMark())),
  opcode('l', none, (machine) => machine.push(machine.popToMark())),
  opcode('d', none, (machine) => {
    const items = machine.popToMark();
    machine.push(new Map());
    setItems(machine.top(), items);
  }),
  opcode(0x91, none, (machine) => machine.push(new Set(machine.popToMark()))),

  opcode('a', none, (machine) => append(machine, [machine.pop()])),
  opcode('e', none, (machine) => append(machine, machine.popToMark())),
  opcode('s', none, (machine) => {
    const value = machine.pop();
    const key = machine.pop();
    setItems(machine.top(), [key, value]);
  }),
  opcode('u', none, (machine) => {
    const items = machine.popToMark();
    setItems(machine.top(), items);
  }),
  opcode(0x90, none, (machine) => {
    const items = machine.popToMark();
    addItems(machine.top(), items);
  }),
];

function pushTuple(machine: PickleMachine, size: number): void {
  const tuple = Array.from({ length: size }, () => machine.pop());
  machine.push(tuple.reverse());
}

function append(machine: PickleMachine, items: readonly PickleValue[]): void {
  const target = machine.top();
  if (target instanceof Opaque) return;
  if (!Array.isArray(target)) throw malformed('its pickle appends to what is no list');
  for (const item of items) target.push(item);
}

/** @param items key, value, key, value, … */
function setItems(target: PickleValue, items: readonly PickleValue[]): void {
  if (target instanceof Opaque) return;
  if (!(target instanceof Map) || items.length % 2) {
    throw malformed('its pickle sets items of what is no dict');
  }
  for (let i = 0; i < items.length; i += 2) target.set(items[i]!, items[i + 1]!);
}

function addItems(target: PickleValue, items: readonly PickleValue[]): void {
  if (target instanceof Opaque) return;
  if (!(target instanceof Set)) throw malformed('its pickle adds to what is no set');
  for (const item of items) target.add(item);
}
