import { describe, expect, test } from 'vitest';
import { STORED_RECORDING as RECORDING } from '../../tests/stored-recording.ts';
import {
  describeBreak,
  describeUnrecovered,
  durationWords,
  endedWords,
  keptWords,
  recordingFileName,
  recordingWords,
} from './record-words.ts';

describe('durationWords', () => {
  test.each([
    [0, '0:00'],
    [34_999, '0:34'],
    [600_000, '10:00'],
    [3_723_000, '1:02:03'],
  ])('%d ms: %s', (ms, words) => expect(durationWords(ms)).toBe(words));
});

describe('a recording in the list', () => {
  test('says what it is', () => {
    expect(recordingWords(RECORDING)).toBe('synthetic hands · 0:34 · 1,020 frames · 2.6 MB');
    expect(recordingWords({ ...RECORDING, frames: 1, durationMs: 0, bytes: 2400 })).toBe(
      'synthetic hands · 0:00 · 1 frame · 2 kB',
    );
    expect(recordingWords({ ...RECORDING, videoBytes: 12_300_000 })).toMatch(/ · video 12 MB$/);
  });

  test('one that cannot be read has a size alone', () => {
    const unread = { ...RECORDING, sourceName: 'unreadable file', frames: 0, bytes: 12_000 };
    expect(recordingWords(unread)).toBe('unreadable file · 12 kB');
  });

  test('that could not be looked at is still there', () => {
    const two = [new Error('bad sector'), new Error('no')];
    expect(describeUnrecovered(two).what).toBe(
      '2 recordings in this browser could not be looked at: bad sector.',
    );
  });

  test('says that a browser may clear it, where that may be', () => {
    expect(keptWords(true)).toBe('Recordings stay in this browser until you delete them.');
    expect(keptWords(false)).toMatch(/ until its disk is nearly full: save what matters\.$/);
  });

  test('its file is named by when it began, in local time', () => {
    const began = new Date(2026, 10, 21, 12, 3, 7).toISOString();
    expect(recordingFileName(began, '.ndjson')).toBe('handstream-2026-11-21-12-03-07.ndjson');
  });
});

describe('why a recording ended', () => {
  test.each(['source', 'time', 'size', 'camera', 'estimator', 'smoothing'] as const)(
    '%s: one sentence, and where it is',
    (by) => expect(endedWords(by)).toMatch(/^The recording ended: .+\. It is kept under/),
  );

  test.each([
    [{ type: 'storage', problem: { type: 'storage-full' } }, /disk.*full/],
    [{ type: 'storage', problem: { type: 'storage-broken', reason: 'no such disk' } }, /such disk/],
    [{ type: 'failed', error: new Error('crashed: out of memory') }, /out of memory/],
  ] as const)('%o', (end, words) => {
    const { what, todo } = describeBreak(end);
    expect(what).toMatch(words);
    expect(todo).toContain('kept under Recordings');
  });
});
