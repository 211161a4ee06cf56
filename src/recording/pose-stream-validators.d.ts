import type { PoseStreamFrame, PoseStreamHeader } from './pose-stream.ts';

/** Where a value breaks the schema (ajv's error object, as far as it is read here). */
export interface SchemaError {
  /** JSON pointer to the value. */
  readonly instancePath: string;
  /** The schema's keyword that it breaks. */
  readonly keyword: string;
  readonly params: {
    readonly missingProperty?: string;
    readonly additionalProperty?: string;
    readonly type?: string;
    readonly limit?: number;
    readonly pattern?: string;
    readonly allowedValue?: unknown;
    readonly allowedValues?: unknown;
  };
}

/** After a call that gave false, `errors` says why: alternatives, where the schema has some. */
export interface SchemaCheck<T> {
  (value: unknown): value is T;
  readonly errors: readonly SchemaError[] | null;
}

export const headerIsValid: SchemaCheck<PoseStreamHeader>;
export const frameIsValid: SchemaCheck<PoseStreamFrame>;
