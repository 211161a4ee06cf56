import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { NamedJson } from '../../src/evaluation/named-json.ts';
import { parseJson } from './parse-json.ts';

/** A parsed JSON file and what tells it from another of the same name. */
export interface JsonFile extends NamedJson {
  /** SHA-256 of its bytes, hex. */
  readonly sha256: string;
}

/** @throws Error that names the file when it cannot be read or is no JSON */
export function readJsonFile(path: string): JsonFile {
  const file = basename(path);
  const bytes = readFileSync(path);
  try {
    return {
      file,
      json: parseJson(bytes),
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
  } catch (error) {
    throw new Error(`${file} is not JSON: ${(error as Error).message}`, { cause: error });
  }
}
