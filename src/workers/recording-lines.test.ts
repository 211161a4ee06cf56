import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FakeSyncFile } from '../../tests/fake-sync-file.ts';
import { RecordingLines } from './recording-lines.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const joined = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');

const batches = fc.array(fc.array(fc.stringMatching(/^[a-zäß€{}]{0,12}$/), { maxLength: 5 }), {
  maxLength: 6,
});
const manner = fc.constantFrom('throws', 'short', 'nonsense' as const);

describe('RecordingLines', () => {
  test('appends lines, each with its line feed, and flushes them', () => {
    const file = new FakeSyncFile();
    using recording = new RecordingLines(file);
    expect(recording.append(['ä', 'b'])).toEqual({ kept: 2, bytes: 5, problem: null });
    expect(recording.append(['c'])).toEqual({ kept: 1, bytes: 7, problem: null });
    expect(text(file.flushed)).toBe('ä\nb\nc\n');
  });

  test('of what a full disk does not hold, it keeps the whole lines that fit, and takes no more', () => {
    const file = new FakeSyncFile(10, 'short');
    using recording = new RecordingLines(file);
    recording.append(['aaa']);
    const full = { type: 'storage-full' };
    expect(recording.append(['bbb', 'cccccccc', 'd'])).toEqual({
      kept: 1,
      bytes: 8,
      problem: full,
    });
    expect(text(file.flushed)).toBe('aaa\nbbb\n');
    file.roomBytes = Infinity;
    expect(recording.append(['e'])).toEqual({ kept: 0, bytes: 8, problem: full });
    expect(text(file.flushed)).toBe('aaa\nbbb\n');
  });

  test('property: however full the disk and however it says so, what is counted is there, whole', () => {
    fc.assert(
      fc.property(batches, fc.nat(80), manner, (given, roomBytes, onFull) => {
        const file = new FakeSyncFile(roomBytes, onFull);
        using recording = new RecordingLines(file);
        const kept: string[] = [];
        let refused = false;
        for (const lines of given) {
          const appended = recording.append(lines);
          // Nothing after the first line that was refused.
          if (refused) expect(appended.kept).toBe(0);
          refused ||= appended.problem !== null;
          expect(appended.problem === null).toBe(appended.kept === lines.length && !refused);
          kept.push(...lines.slice(0, appended.kept));
          expect(text(file.flushed)).toBe(joined(kept));
          expect(appended.bytes).toBe(file.flushed.length);
        }
        expect(refused).toBe(joined(given.flat()).length > 0 && kept.length < given.flat().length);
      }),
    );
  });

  test('a disk that cannot flush has not kept the line', () => {
    const file = new FakeSyncFile();
    file.flush = () => {
      throw new DOMException('input/output error', 'InvalidStateError');
    };
    using recording = new RecordingLines(file);
    expect(recording.append(['a'])).toEqual({
      kept: 0,
      bytes: 0,
      problem: { type: 'storage-broken', reason: 'input/output error' },
    });
    expect(file.bytes.length).toBe(0);
  });
});
