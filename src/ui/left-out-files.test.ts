import { expect, test } from 'vitest';
import { describeLeftOut } from './left-out-files.ts';

const file = (name: string) => new File([], name);

test('a file alone, and a recording with its video, leave nothing out', () => {
  expect(describeLeftOut([file('a.png')])).toBeNull();
  expect(describeLeftOut([file('walk.webm'), file('walk.ndjson')])).toBeNull();
});

test('of two recordings, and of several others, it says which is played and which are not', () => {
  expect(describeLeftOut([file('walk.ndjson'), file('run.ndjson')])?.what).toBe(
    'Only “walk.ndjson” is played; left out: “run.ndjson”.',
  );
  expect(describeLeftOut([file('a.mp4'), file('b.mp4'), file('c.png')])?.what).toBe(
    'Only “a.mp4” is played; left out: “b.mp4”, “c.png”.',
  );
});
