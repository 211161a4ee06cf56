import { describe, expect, test } from 'vitest';
import { STORED_RECORDING as RECORDING } from '../../tests/stored-recording.ts';
import { deleteQuestion, isUnsaved, stateWords, stoppedWords } from './saved-words.ts';

describe('what the user has of a recording', () => {
  test.each([
    [{}, 'Not saved yet', true],
    [{ recovered: true }, 'Recovered: the page was closed while it was recorded', true],
    [{ recovered: true, frames: 0 }, 'Cannot be read: save it as it is, or delete it', true],
    [{ recovered: true, saved: 'yes' }, 'Saved', false],
    [{ saved: 'downloaded' }, 'Downloaded: check that the file is there', false],
    [{ saved: 'yes', videoBytes: 5 }, 'Saved, but not its video', true],
    [{ saved: 'yes', videoBytes: 5, videoSaved: 'downloaded' }, 'Saved', false],
  ] as const)('%o: %s', (change, words, unsaved) => {
    expect(stateWords({ ...RECORDING, ...change })).toBe(words);
    expect(isUnsaved({ ...RECORDING, ...change })).toBe(unsaved);
  });

  test.each([
    [{}, /it is lost then\.$/],
    [{ saved: 'yes' }, /The file you saved stays\.$/],
    [{ saved: 'downloaded' }, /downloaded stays: check that it is there\.$/],
    [{ saved: 'yes', videoBytes: 5 }, /stays\. Its video was not saved: that is lost then\.$/],
    [{ saved: 'yes', videoBytes: 5, videoSaved: 'yes' }, /The file you saved stays\.$/],
    [{ videoBytes: 5, videoSaved: 'downloaded' }, /Check that its video is there, too\.$/],
  ] as const)('asks before it is deleted: %o', (change, words) => {
    expect(deleteQuestion({ ...RECORDING, ...change }).paragraphs[0]).toMatch(words);
  });

  test('when it was stopped', () => {
    expect(stoppedWords(RECORDING, 'no')).toBe('1,020 frames kept under Recordings.');
    expect(stoppedWords(RECORDING, 'downloaded')).toBe(
      '1,020 frames downloaded: check that the file is there.',
    );
  });
});
