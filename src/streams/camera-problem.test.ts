import { expect, test } from 'vitest';
import { cameraProblem } from './camera-problem.ts';

const problemOf = (name: string, options = {}) =>
  cameraProblem(new DOMException('', name), options).type;

test('each getUserMedia error becomes the problem the user can act on', () => {
  expect(problemOf('NotAllowedError')).toBe('camera-permission-denied');
  expect(problemOf('NotFoundError')).toBe('no-camera');
  expect(problemOf('NotReadableError')).toBe('camera-in-use');
  expect(problemOf('OverconstrainedError')).toBe('camera-constraints');
  expect(problemOf('OverconstrainedError', { deviceId: 'gone' })).toBe('camera-unplugged');
  expect(problemOf('TypeError')).toBe('camera-unsupported');
});
