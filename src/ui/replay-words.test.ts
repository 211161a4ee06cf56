import { describe, expect, test } from 'vitest';
import { recordedFile } from '../../tests/recorded-file.ts';
import { streamLines } from '../../tests/recorded-frames.ts';
import { RecordingFile } from '../streams/recording-file.ts';
import { replayFileName, replayWords, resmoothingWords } from './replay-words.ts';

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
  ['walk.ndjson', false, '.csv', 'walk.csv'],
  ['walk.ndjson', true, '.ndjson', 'walk-smoothed.ndjson'],
  ['two.hands.JSON', true, '.webxr.json', 'two.hands-smoothed.webxr.json'],
  ['walk', false, '.bvh', 'walk.bvh'],
])('%s, smoothed anew: %s, as %s is saved as %s', (name, smoothed, ending, saved) => {
  expect(replayFileName(name, smoothed, ending)).toBe(saved);
});
