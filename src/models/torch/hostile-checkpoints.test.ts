import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  legacyCheckpoint,
  storage,
  tensor,
  zipCheckpoint,
} from '../../../tests/checkpoint/small-checkpoint.ts';
import { countedSource } from '../../../tests/counted-source.ts';
import { hasGolden } from '../../../tests/golden.ts';
import { ModelFailure } from '../model-failure.ts';
import { openCheckpoint } from './checkpoint.ts';
import type { PickleValue } from './pickle-value.ts';
import { TorchTensor } from './tensor.ts';

const ZIP = 'torch_zoo_zip.pt';
const LEGACY = 'torch_zoo_legacy.pt';

describe('a tensor that cannot be', () => {
  const floats = storage('FloatStorage', '0', 4);
  const eight = { '0': new Uint8Array(16) };

  test.each([
    [
      'past its storage',
      tensor(floats, [2, 2], [3, 1]),
      /^not-a-checkpoint: .*storage 0, which has 16/,
    ],
    [
      'from past its storage on',
      tensor(floats, [1], [1], { offset: 4 }),
      /^not-a-checkpoint: .*storage 0/,
    ],
    [
      'of absurd size',
      tensor(floats, [2n ** 52n, 2n ** 52n], [2n ** 52n, 1]),
      /^not-a-checkpoint: .*storage 0/,
    ],
    ['with too few strides', tensor(floats, [2, 2], [1]), /^not-a-checkpoint: .*stride/],
    ['of negative size', tensor(floats, [-1], [1]), /^not-a-checkpoint: .*stride/],
    [
      'of 1,000 dimensions',
      tensor(floats, Array(1000).fill(1), Array(1000).fill(1)),
      /^not-a-checkpoint: .*stride/,
    ],
    ['without a storage', tensor('0', [1], [1]), /^not-a-checkpoint: .*no storage/],
    [
      'of 2^60 elements',
      tensor(storage('FloatStorage', '0', 2n ** 60n), [1], [1]),
      /^not-a-checkpoint: .*no size/,
    ],
    [
      'of data that is missing',
      tensor(storage('FloatStorage', '1', 4), [4], [1]),
      /^not-a-checkpoint: .*storage 1/,
    ],
  ])('%s', async (_, object, reason) => {
    expect(await problemOf(zipCheckpoint(object, eight))).toMatch(reason);
  });

  test('whose data has fewer bytes than it says', async () => {
    const short = zipCheckpoint(tensor(floats, [4], [1]), { '0': new Uint8Array(12) });
    expect(await problemOf(short)).toMatch(/^truncated: .*storage 0 has 12 bytes of 16/);
    const huge = tensor(storage('FloatStorage', '7', 2n ** 50n), [1], [1]);
    const legacy = legacyCheckpoint(huge, ['7'], new Uint8Array(16));
    expect(await problemOf(legacy)).toMatch(/^truncated: .*storage 7 ends at byte/);
  });

  test('whose count in the legacy format is another', async () => {
    const data = new Uint8Array(24);
    data[0] = 5;
    const object = tensor(floats, [4], [1]);
    expect(await problemOf(legacyCheckpoint(object, ['0'], data))).toMatch(
      /^not-a-checkpoint: .*storage 0/,
    );
    data[0] = 4;
    expect(await readAll(legacyCheckpoint(object, ['0'], data))).toEqual([new Float32Array(4)]);
  });

  test('expanded to 2^40 elements', async () => {
    const expanded = tensor(floats, [2 ** 20, 2 ** 20], [0, 0]);
    expect(await problemOf(zipCheckpoint(expanded, eight))).toMatch(
      /^not-a-checkpoint: .*too large/,
    );
  });

  test('in two types at once', async () => {
    const object = [tensor(floats, [4], [1]), tensor(storage('IntStorage', '0', 4), [4], [1])];
    expect(await problemOf(zipCheckpoint(object, eight))).toMatch(/^not-a-checkpoint: .*two types/);
  });
});

describe('storages of the legacy format', () => {
  const object = tensor(storage('FloatStorage', '0', 1), [1], [1]);
  test.each([
    ['that are not listed', [], /^not-a-checkpoint: .*does not list its storage 0/],
    ['that no tensor has', ['0', '1'], /^not-a-checkpoint: .*no tensor/],
    ['in no list', 'keys', /^not-a-checkpoint: .*no list/],
  ])('%s', async (_, keys, reason) => {
    const bytes = legacyCheckpoint(object, keys, new Uint8Array(64));
    expect(await problemOf(bytes)).toMatch(reason);
  });
});

describe.skipIf(!hasGolden)('damaged files (needs ../shared/golden)', () => {
  test.each([ZIP, LEGACY])('%s cut off anywhere is a ModelFailure', async (file) => {
    const bytes = golden(file);
    for (let length = 0; length < bytes.length; length += 7) {
      await expect(readAll(bytes.subarray(0, length))).rejects.toThrow(ModelFailure);
    }
    expect(await problemOf(bytes.subarray(0, -1))).toMatch(/^truncated: /);
    expect(await readAll(bytes)).toHaveLength(21);
  });

  test.each([ZIP, LEGACY])('%s with bytes changed is read or is a ModelFailure', async (file) => {
    const whole = golden(file);
    const change = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }));
    const changes = fc.array(change, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(changes, async (changes) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, byte] of changes) bytes[at] = byte;
        await readAll(bytes).catch(requireModelFailure);
      }),
      { numRuns: 400 },
    );
  });
});

test('garbage behind either format’s first bytes is a ModelFailure', async () => {
  const start = fc.constantFrom('PK\x03\x04', '\x80\x02', '');
  const garbage = fc.uint8Array({ maxLength: 400 });
  await fc.assert(
    fc.asyncProperty(start, garbage, async (start, garbage) => {
      const bytes = Buffer.concat([Buffer.from(start, 'latin1'), garbage]);
      await expect(readAll(bytes)).rejects.toThrow(ModelFailure);
    }),
    { numRuns: 500 },
  );
});

/** Opens a file and reads every tensor in it. */
async function readAll(bytes: Uint8Array) {
  const checkpoint = await openCheckpoint(countedSource(bytes));
  return Promise.all(tensorsIn(checkpoint.root).map((tensor) => checkpoint.readValues(tensor)));
}

function tensorsIn(root: PickleValue): readonly TorchTensor[] {
  const seen = new Set([root]);
  for (const value of seen) {
    const inside = value instanceof Map ? [...value.values()] : value;
    if (Array.isArray(inside)) for (const item of inside) seen.add(item);
  }
  return [...seen].filter((value) => value instanceof TorchTensor);
}

/** What opening the file or reading its tensors fails with: "type: reason". */
function problemOf(bytes: Uint8Array): Promise<string> {
  return readAll(bytes).then(
    () => 'no problem',
    (error: unknown) => {
      const { type, reason } = requireModelFailure(error);
      return `${type}: ${reason}`;
    },
  );
}

function requireModelFailure(error: unknown) {
  if (error instanceof ModelFailure && 'reason' in error.problem) return error.problem;
  throw error;
}

function golden(file: string): Uint8Array {
  return readFileSync(new URL(`../../../../shared/golden/${file}`, import.meta.url));
}
