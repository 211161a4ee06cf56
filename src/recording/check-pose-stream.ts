import type { JsonText } from './json-text.ts';
import { PoseStreamFailure } from './pose-stream-problem.ts';
import { frameIsValid, headerIsValid } from './pose-stream-validators.js';
import { POSE_STREAM_VERSION, type PoseStreamFrame, type PoseStreamHeader } from './pose-stream.ts';
import { schemaExpectation } from './schema-expectation.ts';

/**
 * The header, if it is one of this version.
 * @throws PoseStreamFailure not-a-pose-stream, unknown-version, bad-line
 */
export function checkHeader(value: unknown): PoseStreamHeader {
  const { type, format, version } = fieldsOf(value);
  if (type !== 'header' || format !== 'handstream') {
    const reason = 'it does not begin with a header of Handstream';
    throw new PoseStreamFailure({ type: 'not-a-pose-stream', reason });
  }
  if (version !== POSE_STREAM_VERSION) {
    const problem = {
      type: 'unknown-version',
      version: JSON.stringify(version) ?? 'none',
    } as const;
    throw new PoseStreamFailure(problem);
  }
  if (headerIsValid(value)) return value;
  throw new PoseStreamFailure({
    type: 'bad-line',
    line: 1,
    ...schemaExpectation(headerIsValid.errors ?? []),
  });
}

/**
 * The frame, if it is one that may follow the frame before.
 * @param at where it stands
 * @throws PoseStreamFailure bad-line
 */
export function checkFrame(
  value: unknown,
  before: PoseStreamFrame | null,
  at: Pick<JsonText, 'line' | 'path'>,
): PoseStreamFrame {
  if (fieldsOf(value)['type'] !== 'frame') throw badLine(at, 'type', '"frame"');
  if (!frameIsValid(value)) {
    const { path, expected } = schemaExpectation(frameIsValid.errors ?? []);
    throw badLine(at, path, expected);
  }
  for (const field of ['index', 'time'] as const) {
    if (before && value[field] <= before[field]) {
      throw badLine(at, field, `more than ${before[field]}, as in the frame before`);
    }
  }
  return value;
}

function badLine(
  { line, path }: Pick<JsonText, 'line' | 'path'>,
  field: string,
  expected: string,
): PoseStreamFailure {
  const whole = [path, field].filter(Boolean).join('.');
  return new PoseStreamFailure({ type: 'bad-line', line, path: whole, expected });
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
