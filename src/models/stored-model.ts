import type { InternetContract } from './internet-contract.ts';

/** What an import finds out about a model. */
export interface ModelFacts extends Pick<
  InternetContract,
  'variant' | 'inputSize' | 'precision' | 'licence' | 'source'
> {
  /** The file's name, as the user knows it. */
  readonly name: string;
  /** Of the ONNX file, hexadecimal. */
  readonly sha256: string;
  /** Of the ONNX file. */
  readonly bytes: number;
}

/** A model that somebody brought, as it is written down beside its ONNX file. */
export interface StoredModel extends ModelFacts {
  readonly id: string;
  /** ISO 8601. */
  readonly addedAt: string;
  /** Whether the user has accepted its licence here. */
  readonly licenceAccepted: boolean;
  /** What the engine's check-up run gave when it was known to be right: for the engine alone. */
  readonly answer?: unknown;
}

const TYPES = {
  id: 'string',
  name: 'string',
  sha256: 'string',
  bytes: 'number',
  variant: 'string',
  inputSize: 'number',
  precision: 'string',
  licence: 'string',
  source: 'string',
  addedAt: 'string',
  licenceAccepted: 'boolean',
} as const satisfies Record<Exclude<keyof StoredModel, 'answer'>, string>;

/** Reads an entry; null where the text is none. */
export function parseStoredModel(text: string): StoredModel | null {
  try {
    const value: unknown = JSON.parse(text);
    return isStoredModel(value) ? value : null;
  } catch {
    return null;
  }
}

function isStoredModel(value: unknown): value is StoredModel {
  if (typeof value !== 'object' || value === null) return false;
  const fields = new Map(Object.entries(value));
  return Object.entries(TYPES).every(([field, type]) => typeof fields.get(field) === type);
}
