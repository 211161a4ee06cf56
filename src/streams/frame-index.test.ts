import { describe, expect, test } from 'vitest';
import { FrameIndex } from './frame-index.ts';

/** Frames of `length` bytes with a line feed between them, every `stepMs`. */
function indexOf(count: number, length = 9, stepMs = 10): FrameIndex {
  const index = new FrameIndex();
  for (let at = 0; at < count; at++) index.add(100 + at * (length + 1), length, 5 + at * stepMs);
  return index;
}

describe('FrameIndex', () => {
  test('keeps what was added, however much', () => {
    const index = indexOf(5000);
    expect(index.count).toBe(5000);
    for (const at of [0, 1023, 1024, 1025, 4999]) {
      expect(index.timeMs(at)).toBe(5 + at * 10);
      expect(index.begin(at)).toBe(100 + at * 10);
      expect(index.end(at)).toBe(109 + at * 10);
    }
  });

  test.each([
    [-100, 0],
    [5, 0],
    [14.9, 0],
    [15, 1],
    [24, 1],
    [4995, 499],
    [1e9, 499],
  ])('at %s ms the frame %s stands', (timeMs, at) => {
    expect(indexOf(500).at(timeMs)).toBe(at);
  });
});
