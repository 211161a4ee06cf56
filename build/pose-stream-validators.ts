import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import schema from '../src/recording/pose-stream.schema.json' with { type: 'json' };

/**
 * The shipped JSON Schema as a module of plain functions, one for each kind of line: without `eval`,
 * which a page's Content-Security-Policy may forbid, and without a library. Its test keeps the file.
 */
export function poseStreamValidators(): string {
  const ajv = new Ajv({
    strictRequired: false,
    strictTypes: false,
    code: { source: true, esm: true, lines: true },
  }).addSchema(schema, 'pose-stream');
  const code = standalone(ajv, {
    headerIsValid: 'pose-stream#/definitions/header',
    frameIsValid: 'pose-stream#/definitions/frame',
  });
  return `${HEAD}${code}`;
}

const HEAD = `// @generated from pose-stream.schema.json by build/pose-stream-validators.ts; after a change:
//   npx vitest run --project unit --update build/pose-stream-validators.test.ts
/* oxlint-disable */
`;
