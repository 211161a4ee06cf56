import { existsSync, readFileSync } from 'node:fs';

const folder = new URL('../../shared/', import.meta.url);

/**
 * The reference data beside the checkout, or not: tests that need it are skipped without it.
 * Use as `describe.skipIf(!hasGolden)('… (needs ../shared/golden)')`.
 */
export const hasGolden = existsSync(new URL('golden/README.md', folder));

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
export function readSharedJson<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as T;
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
      return { data: view(bytes.buffer, entry.dtype), shape: entry.shape };
    },
  };
}

function view(buffer: ArrayBuffer, dtype: TensorEntry['dtype']): TensorData {
  switch (dtype) {
    case 'f32':
      return new Float32Array(buffer);
    case 'f64':
      return new Float64Array(buffer);
    case 'i32':
      return new Int32Array(buffer);
    case 'u8':
      return new Uint8Array(buffer);
  }
}
