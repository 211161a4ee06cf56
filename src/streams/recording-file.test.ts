import { describe, expect, test, vi } from 'vitest';
import { jsonExport } from '../../tests/any-pose-stream.ts';
import { recordedFile } from '../../tests/recorded-file.ts';
import { streamLines } from '../../tests/recorded-frames.ts';
import { RecordingFile } from './recording-file.ts';
import { SourceFailure } from './source-failure.ts';

const [header, ...frames] = streamLines(100);
const lines = [header!, ...frames];

describe('RecordingFile', () => {
  test('gives every frame, in any order', async () => {
    const recording = await RecordingFile.open(recordedFile(lines));
    expect(recording.index.count).toBe(100);
    for (const at of [0, 1, 40, 39, 31, 32, 33, 99, 0]) {
      expect(await recording.frame(at)).toEqual(JSON.parse(frames[at]!));
    }
    expect(recording.header).toEqual(JSON.parse(header!));
    expect([recording.startMs, recording.endMs]).toEqual([0, 3300]);
    expect(recording).toMatchObject({ truncated: false, hasRaw: false, durationMs: 3300 });
  });

  test.each([undefined, 2])('of a .json export too (indented by %s)', async (space) => {
    const text = jsonExport({ header: header!, frames }, space);
    const recording = await RecordingFile.open(new File([text], 'hands.json'));
    expect(recording.index.count).toBe(100);
    for (const at of [99, 50, 0])
      expect(await recording.frame(at)).toEqual(JSON.parse(frames[at]!));
  });

  test('steps back without reading the same frames again', async () => {
    const file = recordedFile(lines);
    const recording = await RecordingFile.open(file);
    const slice = vi.spyOn(file, 'slice');
    for (let at = 99; at >= 0; at--) await recording.frame(at);
    expect(slice).toHaveBeenCalledTimes(4);
  });

  test('says what is wrong with one that changed since it was opened', async () => {
    const file = recordedFile(lines, 'walk.ndjson');
    const recording = await RecordingFile.open(file);
    const broken = recordedFile([
      header!,
      ...frames.map((line) => line.replace('"hands"', '"hanbs"')),
    ]);
    vi.spyOn(file, 'slice').mockImplementation((from, to) => broken.slice(from, to));
    const failure: unknown = await recording.frame(3).catch((error: unknown) => error);
    expect((failure as SourceFailure).problem).toMatchObject({
      type: 'bad-recording',
      name: 'walk.ndjson',
      problem: { type: 'bad-line', line: 2 },
    });
  });

  test('keeps the whole frames of one that was cut off, and says so', async () => {
    const cut = [header!, frames[0]!, frames[1]!].join('\n').slice(0, -1);
    const recording = await RecordingFile.open(new File([cut], 'cut.ndjson'));
    expect(recording.index.count).toBe(1);
    expect(recording.truncated).toBe(true);
  });

  test('has raw joints where every hand has them', async () => {
    const withRaw = (line: string) => {
      const frame = JSON.parse(line);
      const { joints2d, joints3d } = frame.hands.right;
      frame.hands.right.raw = { joints2d, joints3d };
      return JSON.stringify(frame);
    };
    const all = await RecordingFile.open(recordedFile([header!, ...frames.map(withRaw)]));
    expect(all.hasRaw).toBe(true);
    const some = [header!, withRaw(frames[0]!), frames[1]!];
    expect((await RecordingFile.open(recordedFile(some))).hasRaw).toBe(false);
  });

  test('tells how far it is, and can be given up', async () => {
    const told: number[] = [];
    const onProgress = (fraction: number) => void told.push(fraction);
    await RecordingFile.open(recordedFile(lines), { onProgress });
    expect(told.at(-1)).toBe(1);
    const signal = AbortSignal.abort(new Error('another choice'));
    await expect(RecordingFile.open(recordedFile(lines), { signal })).rejects.toThrow('another');
  });

  test('names the file and says what is wrong with it', async () => {
    const bad = recordedFile([header!, frames[0]!, '{}'], 'bad.ndjson');
    const failure: unknown = await RecordingFile.open(bad).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SourceFailure);
    expect((failure as SourceFailure).problem).toEqual({
      type: 'bad-recording',
      name: 'bad.ndjson',
      problem: { type: 'bad-line', line: 3, path: 'type', expected: '"frame"' },
    });
  });
});
