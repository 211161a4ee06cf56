import { describe, expect, test } from 'vitest';
import {
  fromInterhandOrder,
  interhandIndex,
  networkJoint,
  toInterhandOrder,
} from './interhand-joints.ts';
import { JOINT_NAMES } from './joints.ts';

describe('interhandIndex', () => {
  test.each([
    ['wrist', 20],
    ['thumb_tip', 0],
    ['thumb_cmc', 3],
    ['index_tip', 4],
    ['index_mcp', 7],
    ['middle_pip', 10],
    ['ring_dip', 13],
    ['pinky_tip', 16],
    ['pinky_mcp', 19],
  ] as const)('%s is joint %i of the right hand and 21 further of the left', (name, index) => {
    const joint = JOINT_NAMES.indexOf(name);
    expect(interhandIndex('right', joint)).toBe(index);
    expect(interhandIndex('left', joint)).toBe(index + 21);
  });
});

describe('the two orders', () => {
  const hands = {
    right: JOINT_NAMES.map((name) => `r_${name}`),
    left: JOINT_NAMES.map((name) => `l_${name}`),
  };

  test('lead into each other and back', () => {
    const both = toInterhandOrder(hands);
    expect(both).toHaveLength(42);
    expect(both[20]).toBe('r_wrist');
    expect(both[21]).toBe('l_thumb_tip');
    expect(fromInterhandOrder(both, 'right')).toEqual(hands.right);
    expect(fromInterhandOrder(both, 'left')).toEqual(hands.left);
  });
});

describe('networkJoint', () => {
  test('a network with the wrist first has every other joint one further', () => {
    expect([20, 0, 3, 19].map((joint) => networkJoint('wrist-first', joint))).toEqual([
      0, 1, 4, 20,
    ]);
    expect([20, 0, 3, 19].map((joint) => networkJoint('interhand', joint))).toEqual([20, 0, 3, 19]);
  });
});
