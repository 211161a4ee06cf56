import { describe, expect, test } from 'vitest';
import { countedSource } from '../../../../tests/counted-source.ts';
import { Opaque } from '../opaque.ts';
import type { PickleValue } from '../pickle-value.ts';
import { ForwardReader } from './forward-reader.ts';
// Made by Python 3.11: pickle.dumps of one object in protocols 0 to 5, base64.
import pickles from './python-pickles.json' with { type: 'json' };
import { unpickle } from './unpickle.ts';

const PROTOCOLS = [0, 1, 2, 3, 4, 5];

describe('Python values', () => {
  test.each(PROTOCOLS)('of protocol %i', async (protocol) => {
    const { cyclic, shared, ...values } = await unpickled(pickles.known[protocol]!);
    expect(values).toEqual({
      none: null,
      yes: true,
      no: false,
      small: 5,
      byte: 255,
      word: 65_535,
      int: -7,
      big: 2n ** 70n,
      neg: -(2 ** 33),
      f: -1.5,
      s: 'é漢😀\n',
      b: Uint8Array.of(0x00, 0xff),
      t: [1, [2], [], [1, 2, 3, 4]],
      e: [],
      st: new Set([1]),
      od: new Map([
        ['b', 1],
        ['a', 2],
      ]),
      fs: new Set(['x']),
    });
    expect(cyclic).toEqual([1, 2, cyclic]);
    expect((cyclic as PickleValue[])[2]).toBe(cyclic);
    const [one, other] = shared as PickleValue[];
    expect(one).toEqual(['s']);
    expect(one).toBe(other);
  });
});

test.each(PROTOCOLS)(
  'unknown classes are opaque in protocol %i, and nothing is called',
  async (p) => {
    const { object, list, dict, call, class: type, after } = await unpickled(pickles.unknown[p]!);
    for (const value of [object, list, dict, call, type]) expect(value).toBeInstanceOf(Opaque);
    expect((type as Opaque).name).toBe('somewhere.Unknown');
    expect((call as Opaque).name).toMatch(/^(__builtin__|builtins)\.eval$/);
    expect(after).toBe(1);
  },
);

describe('what needs more than one chunk', () => {
  test('120,000 memo entries', async () => {
    const slot = (i: number) => Buffer.from([0x72, i, i >> 8, i >> 16, 0]);
    const entries = Array.from({ length: 120_000 }, (_, i) =>
      Buffer.concat([Buffer.from(`I${i}\n`), slot(i), Buffer.from('0')]),
    );
    const recalled = Buffer.from([0x6a, 0xbf, 0xd4, 0x01, 0, 0x2e]); // Slot 119,999.
    expect(await read(Buffer.concat([...entries, recalled]))).toBe(119_999);
  });

  test('100,000 lists in each other', async () => {
    const depth = 100_000;
    let value = await read(Buffer.from(`${']'.repeat(depth)}${'a'.repeat(depth - 1)}.`));
    let levels = 0;
    while (Array.isArray(value)) [value = null, levels] = [value[0], levels + 1];
    expect(levels).toBe(depth);
  });

  test('a string longer than a chunk, behind one that crosses its end', async () => {
    const [short, long] = ['é'.repeat(32_000), 'x'.repeat(200_000)].map((text) =>
      Buffer.from(text),
    );
    const string = (text: Buffer) => {
      const length = Buffer.alloc(4);
      length.writeUInt32LE(text.length);
      return Buffer.concat([Buffer.from('X'), length, text]);
    };
    const bytes = Buffer.concat([short!, short!, long!].map(string));
    const list = Buffer.concat([Buffer.from('('), bytes, Buffer.from('l.')]);
    expect(await read(list)).toEqual([String(short), String(short), String(long)]);
  });
});

describe('is refused', () => {
  test.each([
    ['a value that is not there', '0.', /never made/],
    ['a value under the mark', ']((R.', /never made/],
    ['a mark that is not there', 't.', /mark/],
    ['an empty memo slot', 'h\x07.', /slot 7/],
    ['no instruction', '\xff.', /byte 0, 0xff/],
    ['a newer protocol', '\x80\x06N.', /protocol 6/],
    ['a call of a number', 'I1\n)R.', /no function/],
    ['items of a list', ']I1\nI2\ns.', /no dict/],
    ['an odd number of items', '}(I1\nu.', /no dict/],
    ['appending to a dict', '}I1\na.', /no list/],
    ['digits that are none', 'Ix\n.', /digits/],
    ['a string past the end', 'X\xff\xff\xff\x7fabc.', /ends at byte/],
    ['a string of 2^63 bytes', '\x8d\x00\x00\x00\x00\x00\x00\x00\x80abc.', /ends at byte/],
    ['no end', ']', /ends at byte 1/],
    ['a line without an end', 'I12', /no end/],
  ])('%s', async (_, text, reason) => {
    await expect(read(Buffer.from(text, 'latin1'))).rejects.toThrow(reason);
  });

  test('more instructions than a checkpoint has', async () => {
    await expect(read(Buffer.alloc(2_200_000, ']'))).rejects.toThrow(/too long/);
  });

  test('copying a long list again and again', async () => {
    const list = `(${'I1\n'.repeat(100_000)}lq\x00`;
    const copies = 'c__builtin__\nset\nh\x00\x85R'.repeat(10_000);
    await expect(read(Buffer.from(`${list}${copies}.`, 'latin1'))).rejects.toThrow(/too long/);
  });
});

function read(bytes: Uint8Array): Promise<PickleValue> {
  const reader = new ForwardReader(countedSource(bytes), 0, bytes.length);
  return unpickle(reader, () => new Opaque('storage'));
}

async function unpickled(base64: string): Promise<Record<string, PickleValue>> {
  const value = await read(Buffer.from(base64, 'base64'));
  return Object.fromEntries(value as Map<string, PickleValue>);
}
