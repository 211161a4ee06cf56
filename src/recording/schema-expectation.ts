import type { SchemaError } from './pose-stream-validators.js';

/** What is wrong in a line, and what should stand there. */
export interface Expectation {
  /** As in `hands.right.joints2d[4]`. */
  readonly path: string;
  readonly expected: string;
}

/** Keywords that only say that none of the alternatives, which stand beside them, holds. */
const COMBINING: ReadonlySet<string> = new Set(['oneOf', 'anyOf', 'if']);

/**
 * Says in words where a value breaks the schema. Of the alternatives that the schema leaves, those
 * count that hold the furthest into the value: a hand with a wrong score should have another score,
 * not be null.
 */
export function schemaExpectation(errors: readonly SchemaError[]): Expectation {
  const wrongs = errors.filter(({ keyword }) => !COMBINING.has(keyword)).map(wrongOf);
  const furthest = wrongs.filter(
    ({ pointer }) => !wrongs.some((other) => other.pointer.startsWith(`${pointer}/`)),
  );
  const { pointer } = furthest[0]!;
  const words = furthest.map((wrong) =>
    wrong.pointer === pointer ? wrong.expected : `${pathOf(wrong.pointer)} ${wrong.expected}`,
  );
  return { path: pathOf(pointer), expected: [...new Set(words)].join(', or ') };
}

/** `/hands/right/joints2d/4` as `hands.right.joints2d[4]`. */
function pathOf(pointer: string): string {
  return pointer
    .slice(1)
    .replaceAll(/\/(\d+)/g, '[$1]')
    .replaceAll('/', '.');
}

function wrongOf({ instancePath, keyword, params }: SchemaError) {
  const member = params.missingProperty ?? params.additionalProperty;
  const pointer = member === undefined ? instancePath : `${instancePath}/${member}`;
  return { pointer, expected: wordsOf(keyword, params) };
}

function wordsOf(keyword: string, params: SchemaError['params']): string {
  const { type, limit, pattern, allowedValue, allowedValues } = params;
  switch (keyword) {
    case 'type':
      return type === 'null' ? 'null' : `a value of type ${type}`;
    case 'required':
      return 'to be there';
    case 'additionalProperties':
      return 'no such field';
    case 'const':
      return JSON.stringify(allowedValue);
    case 'enum':
      return `one of ${JSON.stringify(allowedValues)}`;
    case 'minimum':
      return `at least ${limit}`;
    case 'maximum':
      return `at most ${limit}`;
    case 'exclusiveMinimum':
      return `more than ${limit}`;
    case 'minItems':
      return `at least ${limit} items`;
    case 'maxItems':
    case 'additionalItems':
      return `at most ${limit} items`;
    case 'pattern':
      return `text like ${pattern}`;
    default:
      return `${keyword} ${JSON.stringify(params)}`;
  }
}
