import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from './parse-json.ts';

describe('parseJson', () => {
  test('is JSON.parse, wherever values are taken apart', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.integer({ min: 2, max: 40 }),
        fc.nat(2),
        (value, whole, indent) => {
          const text = ` ${JSON.stringify(value, null, indent)}\n`;
          expect(parseJson(Buffer.from(text), whole)).toEqual(JSON.parse(text));
        },
      ),
    );
  });

  test('keeps quotes, brackets and commas that stand in strings', () => {
    const value = { 'a:"b,[': ['},\\', '\\"', { '{': ']' }], é: '“,”' };
    expect(parseJson(Buffer.from(JSON.stringify(value)), 2)).toEqual(value);
  });

  test.each([
    '{"images": [1, 2',
    '[1, 2]]',
    '{"a" 1, "b": 2}',
    '["abc, 1]',
    '[1,, 2]',
    '[1, 2}',
    'no JSON',
    '',
  ])('refuses %j, whole or taken apart', (text) => {
    for (const whole of [2, 1000]) {
      expect(() => parseJson(Buffer.from(text), whole)).toThrow(SyntaxError);
    }
  });
});
