import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anyPoseStream,
  headerOf,
  jsonExport,
  type WrittenStream,
} from '../../tests/any-pose-stream.ts';
import { streamLines } from '../../tests/recorded-frames.ts';
import { LONGEST_TEXT } from './json-text.ts';
import { PoseStreamFailure, type PoseStreamProblem } from './pose-stream-problem.ts';
import type { PoseStreamFrame, PoseStreamHeader } from './pose-stream.ts';
import { readPoseStream } from './read-pose-stream.ts';

interface Read {
  header?: PoseStreamHeader;
  frames: PoseStreamFrame[];
  truncated?: boolean;
  problem?: PoseStreamProblem;
}

/** Everything that can be read of a file whose bytes come in chunks of these sizes, in turn. */
async function read(text: string | Uint8Array, sizes: readonly number[] = [65_536]): Promise<Read> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const result: Read = { frames: [] };
  try {
    const reading = await readPoseStream(chunksOf(bytes, sizes));
    result.header = reading.header;
    for await (const frame of reading.frames) result.frames.push(frame);
    result.truncated = reading.truncated;
  } catch (error) {
    if (!(error instanceof PoseStreamFailure)) throw error;
    result.problem = error.problem;
  }
  return result;
}

async function* chunksOf(bytes: Uint8Array, sizes: readonly number[]) {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length]!;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

const ndjson = ({ header, frames }: WrittenStream, lineEnd = '\n') =>
  [header, ...frames].map((line) => line + lineEnd).join('');

/** The layouts that are read. */
const LAYOUTS: Readonly<Record<string, (stream: WrittenStream) => string>> = {
  NDJSON: (stream) => ndjson(stream),
  'NDJSON with carriage returns': (stream) => ndjson(stream, '\r\n'),
  'NDJSON without a last line feed': (stream) => ndjson(stream).trimEnd(),
  '.json on one line': (stream) => jsonExport(stream),
  '.json on many lines': (stream) => jsonExport(stream, 2),
  '.json with a frame a line': ({ header, frames }) =>
    `${header.slice(0, -1)},"frames":[\n${frames.join(',\n')}\n]}\n`,
};
const sizes = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 4 });

describe.each(Object.entries(LAYOUTS))('%s', (_, write) => {
  test('what was written is read, however its bytes are cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(anyPoseStream, sizes, async (stream, sizes) => {
        expect(await read(write(stream), sizes)).toEqual({
          header: JSON.parse(stream.header),
          frames: stream.frames.map((frame) => JSON.parse(frame)),
          truncated: false,
        });
      }),
      { numRuns: 25 },
    );
  });

  test('cut off at any byte, it gives the whole frames before the cut', async () => {
    const [header, ...frames] = streamLines(3);
    const bytes = new TextEncoder().encode(write({ header: header!, frames }));
    const whole = (await read(bytes)).frames;
    const ends = await endsOfFrames(bytes);
    expect(ends).toHaveLength(3);
    for (const cut of cuts(bytes.length, ends)) {
      const { frames, problem, truncated } = await read(bytes.subarray(0, cut));
      const count = ends.filter((end) => end <= cut).length;
      expect(frames).toEqual(whole.slice(0, count));
      expect(problem).toEqual(count === 0 ? { type: 'no-whole-frame' } : undefined);
      // Behind a whole line of NDJSON nothing shows that more was to come.
      const told = truncated === true || cut - ends[count - 1]! <= 2;
      expect(told || count === 0).toBe(true);
    }
  });
});

/** Some hundred places to cut a file at, among them each one where a frame ends or has ended. */
function cuts(length: number, ends: readonly number[]): readonly number[] {
  const step = Math.ceil(length / 100);
  const anywhere = Array.from({ length: Math.floor(length / step) }, (_, at) => 1 + at * step);
  return [...anywhere, ...ends.flatMap((end) => [end - 1, end, end + 1])].filter(
    (cut) => cut <= length,
  );
}

/** The offsets behind each frame's closing brace. */
async function endsOfFrames(bytes: Uint8Array): Promise<number[]> {
  const { entries } = await readPoseStream(chunksOf(bytes, [1000]));
  const ends: number[] = [];
  for await (const { frame, offset, length } of entries) {
    const text = new TextDecoder().decode(bytes.subarray(offset, offset + length));
    expect(JSON.parse(text)).toEqual(frame);
    ends.push(offset + text.trimEnd().length);
  }
  return ends;
}

describe('what it does not know it refuses, with line and reason', () => {
  const [, first, second] = streamLines(2);
  const header = headerOf('hands.mp4');
  const frame = (changes: object) => JSON.stringify({ ...JSON.parse(first!), ...changes });
  const hand = (changes: object) => {
    const { right } = JSON.parse(first!).hands;
    return frame({ hands: { right: { ...right, ...changes }, left: null } });
  };
  const headed = (changes: object) => JSON.stringify({ ...JSON.parse(header), ...changes });
  const bad = (line: number, path: string, expected: string): PoseStreamProblem => ({
    type: 'bad-line',
    line,
    path,
    expected,
  });
  const no = (reason: string): PoseStreamProblem => ({ type: 'not-a-pose-stream', reason });
  const NO_HEADER = no('it does not begin with a header of Handstream');
  const NO_LIST = no('it is not one JSON object with a list of frames');
  const joints = JSON.parse(first!).hands.right.joints2d;

  test.each<[string, string, PoseStreamProblem]>([
    ['an empty file', '', { type: 'empty' }],
    ['white space', ' \n ', NO_LIST],
    ['text', 'Hello\nworld', NO_LIST],
    ['a text in quotes', '"Hello"', NO_LIST],
    ['a list', '[{}]', NO_HEADER],
    ['another JSON', '{"a":1}\n', NO_HEADER],
    ['another JSON on many lines', '{\n"a":{}\n}', NO_LIST],
    ['frames without a header', `${first}\n`, NO_HEADER],
    ['another format', `${headed({ format: 'mocap' })}\n${first}\n`, NO_HEADER],
    [
      'a later version',
      `${headed({ version: 2 })}\n${first}\n`,
      { type: 'unknown-version', version: '2' },
    ],
    [
      'no version',
      `${headed({ version: undefined })}\n${first}\n`,
      { type: 'unknown-version', version: 'none' },
    ],
    ['an unknown header field', `${headed({ author: 'me' })}\n`, bad(1, 'author', 'no such field')],
    [
      'another joint order',
      `${headed({ joints: JSON.parse(header).joints.toReversed() })}\n`,
      bad(1, 'joints[0]', '"wrist"'),
    ],
    [
      'a camera without a focal length',
      `${headed({ camera: { ...JSON.parse(header).camera, fx: 0 } })}\n`,
      bad(1, 'camera.fx', 'more than 0'),
    ],
    ['a header alone', `${header}\n`, { type: 'no-whole-frame' }],
    ['an empty list of frames', jsonExport({ header, frames: [] }), { type: 'no-whole-frame' }],
    ['a second header', `${header}\n${first}\n${header}\n`, bad(3, 'type', '"frame"')],
    ['an empty line', `${header}\n\n${first}\n`, bad(2, '', 'a JSON object')],
    ['half a line', `${header}\n${first}\n{"type":"fr\n${second}\n`, bad(3, '', 'a JSON object')],
    ['a number', `${header}\n3\n`, bad(2, 'type', '"frame"')],
    ['a field of tomorrow', `${header}\n${frame({ mood: 1 })}\n`, bad(2, 'mood', 'no such field')],
    [
      'an omitted hand',
      `${header}\n${frame({ hands: { right: null } })}\n`,
      bad(2, 'hands.left', 'to be there'),
    ],
    [
      'a hand that is none',
      `${header}\n${frame({ hands: { right: 5, left: null } })}\n`,
      bad(2, 'hands.right', 'a value of type object, or null'),
    ],
    [
      'a score above 1',
      `${header}\n${hand({ score: 1.5 })}\n`,
      bad(2, 'hands.right.score', 'at most 1'),
    ],
    [
      '20 joints',
      `${header}\n${hand({ joints2d: joints.slice(1) })}\n`,
      bad(2, 'hands.right.joints2d', 'at least 21 items'),
    ],
    [
      'a coordinate that is none',
      `${header}\n${hand({ joints2d: joints.with(4, [1, null]) })}\n`,
      bad(2, 'hands.right.joints2d[4][1]', 'a value of type number'),
    ],
    [
      'an infinite coordinate',
      `${header}\n${first!.replace(/"joints2d":\[\[[^,]*/, '"joints2d":[[1e999')}\n`,
      bad(2, 'hands.right.joints2d[0][0]', 'a value of type number'),
    ],
    [
      'a depth from nowhere',
      `${header}\n${hand({ rootDepth: { mm: 1, from: 'guess' } })}\n`,
      bad(2, 'hands.right.rootDepth.from', 'one of ["internet","hand-size"]'),
    ],
    [
      'a relative depth of one hand',
      `${header}\n${frame({ relativeDepth: { mm: 1, from: 'internet' } })}\n`,
      bad(2, 'relativeDepth', 'null, or hands.left a value of type object'),
    ],
    [
      'an index again',
      `${header}\n${first}\n${frame({ time: 50 })}\n`,
      bad(3, 'index', 'more than 0, as in the frame before'),
    ],
    [
      'a time that stands',
      `${header}\n${second}\n${frame({ index: 2, time: 33 })}\n`,
      bad(3, 'time', 'more than 33, as in the frame before'),
    ],
    [
      'a wrong frame of a list',
      jsonExport({ header, frames: [first!, frame({ index: 1, time: -1 })] }, 2),
      bad(271, 'frames[1].time', 'at least 0'),
    ],
    [
      'a list of numbers',
      `${header.slice(0, -1)},"frames":[\n1]}`,
      bad(2, 'frames[0]', 'an object'),
    ],
    [
      'frames without a comma',
      `${header.slice(0, -1)},"frames":[${first}\n${second}]}`,
      bad(2, 'frames', 'a comma or the end of the list'),
    ],
    [
      'a comma too many',
      `${header.slice(0, -1)},"frames":[${first},]}`,
      bad(1, 'frames[1]', 'an object'),
    ],
    [
      'an export, and more',
      `${jsonExport({ header, frames: [first!] })}\n{}`,
      bad(2, 'frames', 'nothing behind frames'),
    ],
    [
      'fields behind the frames',
      `${header.slice(0, -1)},"frames":[${first}]\n,"a":1}`,
      bad(2, 'frames', 'nothing behind frames'),
    ],
    [
      'a line without an end',
      `${header}\n${first}\n{"type":"${'x'.repeat(LONGEST_TEXT)}`,
      bad(3, '', `at most ${LONGEST_TEXT} bytes`),
    ],
  ])('%s', async (_, text, problem) => {
    expect((await read(text)).problem).toEqual(problem);
  });

  test('bytes that are no UTF-8', async () => {
    const bytes = new TextEncoder().encode(`${header}\n${first}\n`);
    bytes[bytes.length - 5] = 0xff;
    expect((await read(bytes)).problem).toEqual(bad(2, '', 'a JSON object'));
  });

  test('zeros behind the last line, as a power cut leaves them, are a cut', async () => {
    const { frames, truncated } = await read(`${header}\n${first}\n${'\0'.repeat(500)}`);
    expect(frames).toHaveLength(1);
    expect(truncated).toBe(true);
  });

  test('frames before a wrong one were given', async () => {
    const { frames } = await read(`${header}\n${first}\n${second}\n{}\n`);
    expect(frames.map(({ index }) => index)).toEqual([0, 1]);
  });
});

describe('the file is let go', () => {
  async function* counted(text: string, released: { count: number }) {
    try {
      yield* chunksOf(new TextEncoder().encode(text), [100]);
    } finally {
      released.count += 1;
    }
  }
  const text = `${streamLines(5).join('\n')}\n`;

  test('after the last frame, and when the frames are left', async () => {
    const released = { count: 0 };
    const whole = await readPoseStream(counted(text, released));
    for await (const { index } of whole.frames) expect(index).toBeLessThan(5);
    expect(released.count).toBe(1);
    const left = await readPoseStream(counted(text, released));
    for await (const { index } of left.frames) if (index === 1) break;
    expect(released.count).toBe(2);
  });

  test('when its header is refused', async () => {
    const released = { count: 0 };
    await expect(readPoseStream(counted('{"a":1}\n', released))).rejects.toThrow(
      'not-a-pose-stream',
    );
    expect(released.count).toBe(1);
  });
});
