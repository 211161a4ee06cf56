import { describe, expect, test } from 'vitest';
import { recordedFile } from '../../tests/recorded-file.ts';
import { streamLines } from '../../tests/recorded-frames.ts';
import { RecordingFile } from '../streams/recording-file.ts';
import { replayWords, resmoothedFileName, resmoothingWords } from './replay-words.ts';

describe('replayWords', () => {
  test('says what is replayed', async () => {
    const words = replayWords(await RecordingFile.open(recordedFile(streamLines(100))));
    expect(words).toContain('synthetic hands · ');
    expect(words).toMatch(/ · 0:03 · 100 frames · landmarker$/);
  });

  test('says that it was cut off', async () => {
    const cut = streamLines(2).join('\n').slice(0, -1);
    const words = replayWords(await RecordingFile.open(new File([cut], 'cut.ndjson')));
    expect(words).toMatch(/1 frame · landmarker\. It was cut off/);
  });
});

test('resmoothingWords says whether the smoothing can be changed', () => {
  expect(resmoothingWords({ hasRaw: true })).not.toBe(resmoothingWords({ hasRaw: false }));
});

test.each([
  ['walk.ndjson', 'walk-smoothed.ndjson'],
  ['two.hands.JSON', 'two.hands-smoothed.ndjson'],
  ['walk', 'walk-smoothed.ndjson'],
])('%s smoothed anew is saved as %s', (name, saved) => {
  expect(resmoothedFileName(name)).toBe(saved);
});
