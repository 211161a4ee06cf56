import { describe, expect, it } from 'vitest';
import { choiceOfFiles } from './source-choice.ts';

describe('choiceOfFiles', () => {
  it.each([
    ['a.jpg', 'image/jpeg', 'picture'],
    ['a.PNG', '', 'picture'],
    ['a.mp4', 'video/mp4', 'clip'],
    ['a.mkv', '', 'clip'],
    ['notes.txt', 'text/plain', 'clip'],
    ['walk.ndjson', '', 'replay'],
    ['walk.JSON', 'application/json', 'replay'],
    ['walk', 'application/x-ndjson', 'replay'],
  ])('%s (%s) is a %s', (name, type, kind) => {
    expect(choiceOfFiles([new File([], name, { type })]).kind).toBe(kind);
  });

  it('takes a recording and a video, in any order, for one replay', () => {
    const [recording, video] = [new File([], 'walk.ndjson'), new File([], 'walk.webm')];
    const replay = { kind: 'replay', file: recording, video };
    expect(choiceOfFiles([recording, video])).toEqual(replay);
    expect(choiceOfFiles([video, recording])).toEqual(replay);
    expect(choiceOfFiles([recording])).toEqual({ ...replay, video: undefined });
  });

  it('takes nothing but a video for the video beside a recording', () => {
    const [first, second] = [new File([], 'walk.ndjson'), new File([], 'run.ndjson')];
    const picture = new File([], 'walk.png', { type: 'image/png' });
    const replay = { kind: 'replay', file: first, video: undefined };
    expect(choiceOfFiles([first, second])).toEqual(replay);
    expect(choiceOfFiles([picture, first])).toEqual(replay);
    const video = new File([], 'walk', { type: 'video/webm' });
    expect(choiceOfFiles([second, first, video])).toEqual({ ...replay, file: second, video });
  });

  it('takes the first of several others', () => {
    const [first, second] = [new File([], 'a.png'), new File([], 'b.png')];
    expect(choiceOfFiles([first, second])).toEqual({ kind: 'picture', file: first });
  });
});
