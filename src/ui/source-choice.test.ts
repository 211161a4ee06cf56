import { describe, expect, it } from 'vitest';
import { choiceOfFile } from './source-choice.ts';

describe('choiceOfFile', () => {
  it.each([
    ['a.jpg', 'image/jpeg', 'picture'],
    ['a.PNG', '', 'picture'],
    ['a.mp4', 'video/mp4', 'clip'],
    ['a.mkv', '', 'clip'],
    ['notes.txt', 'text/plain', 'clip'],
  ])('%s (%s) is a %s', (name, type, kind) => {
    expect(choiceOfFile(new File([], name, { type })).kind).toBe(kind);
  });
});
