import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../shared/', import.meta.url);

/**
 * The reference data beside the checkout, or not: tests that need it are skipped without it.
 * Use as `describe.skipIf(!hasGolden)('… (needs ../shared/golden)')`.
 */
export const hasGolden = existsSync(new URL('golden/README.md', folder));

/** Where a file under ../shared lies, by its path there. */
export function sharedPath(path: string): string {
  return fileURLToPath(new URL(path, folder));
}

interface TensorEntry {
  readonly dtype: 'f32' | 'f64' | 'i32' | 'u8';
  readonly shape: readonly number[];
  readonly offset: number;
  readonly bytes: number;
}

export type TensorData = Float32Array | Float64Array | Int32Array | Uint8Array;

/** A golden X.json + X.bin pair: free-form meta and named tensors. */
export interface Golden<Meta> {
  readonly meta: Meta;
  /** @throws Error when the pair has no tensor of that name */
  readonly tensor: (name: string) => { data: TensorData; shape: readonly number[] };
}

/** Reads any JSON file under ../shared, by its path there. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the test knows the file
export function readSharedJson<T>(path: string): T {
  const value: T = JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
  return value;
}

/** Reads a golden pair by its name without extension. */
export function readGolden<Meta>(name: string): Golden<Meta> {
  const { meta, tensors } = readSharedJson<{ meta: Meta; tensors: Record<string, TensorEntry> }>(
    `golden/${name}.json`,
  );
  const file = readFileSync(new URL(`golden/${name}.bin`, folder));
  return {
    meta,
    tensor(key) {
      const entry = tensors[key];
      if (!entry) throw new Error(`${name} has no tensor ${key}`);
      // A copy, so that the view is aligned whatever the pool the file was read into.
      const bytes = new Uint8Array(file.subarray(entry.offset, entry.offset + entry.bytes));
      return { data: new VIEWS[entry.dtype](bytes.buffer), shape: entry.shape };
    },
  };
}

const VIEWS = { f32: Float32Array, f64: Float64Array, i32: Int32Array, u8: Uint8Array };
