import { expect, test } from 'vitest';
import { poseStreamValidators } from './pose-stream-validators.ts';

test('the validators in the repository are those of the schema, and import nothing', async () => {
  const code = poseStreamValidators();
  expect(code).not.toMatch(/\brequire\(|\bimport\b|new Function|\beval\(/);
  await expect(code).toMatchFileSnapshot('../src/recording/pose-stream-validators.js');
});
