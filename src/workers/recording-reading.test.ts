import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FakeSyncFile } from '../../tests/fake-sync-file.ts';
import { HEADER_LINE, streamLines } from '../../tests/recorded-frames.ts';
import { RecordingLines } from './recording-lines.ts';
import { readRecordingFacts } from './recording-reading.ts';

const FRAMES = 120;
const lines = streamLines(FRAMES);
const whole = new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));
/** Where each line ends, its line feed included. */
const ends = lines.map((_, at) => lines.slice(0, at + 1).join('\n').length + 1);

/** What should be found in the first so many bytes, and in others behind: all whole frames. */
function factsOf(bytes: number, others = 0) {
  const frames = ends.filter((end) => end <= bytes).length - 1;
  if (frames < 1) return others === 0 && [0, ends[0]].includes(bytes) ? 'nothing' : 'unreadable';
  return {
    createdAt: '2026-01-31T12:00:00.000Z',
    sourceName: 'synthetic hands',
    frames,
    durationMs: Math.round((frames - 1) * 33.333),
    bytes: ends[frames],
  };
}

describe('readRecordingFacts', () => {
  test('of a whole recording', async () => {
    expect(await readRecordingFacts(new Blob([whole]))).toEqual(factsOf(whole.length));
  });

  test('of one with a line that is no frame: everything before it', async () => {
    const broken = [...lines.slice(0, 4), '{"type":"note"}', ...lines.slice(4)];
    const file = new Blob([broken.map((line) => `${line}\n`).join('')]);
    expect(await readRecordingFacts(file)).toEqual(factsOf(ends[3]!));
  });

  test('of one with more zeros behind it than any line is long', async () => {
    const file = new Blob([whole, new Uint8Array(3 << 20)]);
    expect(await readRecordingFacts(file)).toEqual(factsOf(whole.length));
  });

  test('property: wherever it was cut, and with zeros behind, all whole frames before are found', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.nat(5000), async (cut, zeros) => {
        const file = new Blob([whole.subarray(0, cut), new Uint8Array(zeros)]);
        expect(await readRecordingFacts(file)).toEqual(factsOf(cut, zeros));
      }),
      { numRuns: 25 },
    ));

  test('property: a kill between any two flushes loses no frame that was flushed, and invents none', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (batches, written) => {
          const file = new FakeSyncFile();
          using recording = new RecordingLines(file);
          // The first frame goes with the header, as the recorder sends it.
          const frames = [lines.slice(0, 2).join('\n'), ...lines.slice(2)];
          const sent = batches.map((size) => recording.append(frames.splice(0, size)).kept);
          const flushed = sent.reduce((sum, kept) => sum + kept, 0);
          // Of what the next write would have brought, some bytes are there.
          const next = new TextEncoder().encode(`${frames.slice(0, 3).join('\n')}\n`);
          const left = next.subarray(0, Math.floor(next.length * written));
          const facts = await readRecordingFacts(new Blob([file.flushed, left]));
          expect(facts).toEqual(factsOf(file.flushed.length + left.length));
          const found = typeof facts === 'string' ? 0 : facts.frames;
          expect(found).toBeGreaterThanOrEqual(flushed);
        },
      ),
      { numRuns: 25 },
    ));

  test.each([
    ['', 'nothing'],
    [`${HEADER_LINE}\n`, 'nothing'],
    ['hello\n', 'unreadable'],
    [HEADER_LINE, 'unreadable'],
    [`${HEADER_LINE}\n{"type":"frame","ind`, 'unreadable'],
    [`${lines[1]}\n${lines[2]}\n`, 'unreadable'],
  ])('without one whole frame: %j is %s', async (content, found) => {
    expect(await readRecordingFacts(new Blob([content]))).toBe(found);
  });
});
