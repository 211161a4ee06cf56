import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { zipCheckpoint } from '../../../tests/checkpoint/small-checkpoint.ts';
import { countedSource } from '../../../tests/counted-source.ts';
import { openCheckpoint } from './checkpoint.ts';

const text = (content: string) => Buffer.from(content, 'latin1');

describe('what is no checkpoint is said to be what it is', () => {
  const safetensors = text(
    `\x40${'\0'.repeat(7)}{"weight":{"dtype":"F32","shape":[1]}}`.padEnd(90),
  );
  test.each([
    ['nothing', text(''), /it is empty/],
    ['a web page', text('\n<!DOCTYPE html><html>'), /web page/],
    ['gzip', gzipSync(strToU8('x')), /gzip/],
    ['a tar archive', text(`${'snapshot_20.pth.tar'.padEnd(257, '\0')}ustar`), /tar archive/],
    ['safetensors', safetensors, /safetensors/],
    ['ONNX', text('\x08\x08\x12\x07pytorch'), /ONNX/],
    ['a Git LFS pointer', text('version https://git-lfs.github.com/spec/v1\noid'), /Git LFS/],
    ['an empty zip', zipSync({}), /empty zip/],
    ['any zip', zipSync({ 'a/b.txt': strToU8('x') }), /without a data.pkl/],
    ['any pickle', text('\x80\x02}.'), /not one that torch.save wrote/],
    ['any file', text('hello'), /neither of the formats/],
    ['TorchScript', zipCheckpoint([], {}, { 'constants.pkl': 'x' }), /TorchScript/],
    ['TorchScript', zipCheckpoint([], {}, { 'code/__torch__.py': 'x' }), /TorchScript/],
    ['of a big-endian machine', zipCheckpoint([], {}, { byteorder: 'big' }), /big-endian/],
    ['compressed', zipSync({ 'a/data.pkl': [strToU8('}.'), { level: 9 }] }), /compressed/],
  ])('%s', async (_, bytes, reason) => {
    const opening = openCheckpoint(countedSource(bytes));
    await expect(opening).rejects.toMatchObject({
      problem: {
        type: 'not-a-checkpoint',
        name: 'file.pth',
        reason: expect.stringMatching(reason),
      },
    });
  });

  test('a zip whose end is missing is cut off', async () => {
    const opening = openCheckpoint(countedSource(zipCheckpoint([]).subarray(0, -30)));
    await expect(opening).rejects.toMatchObject({ problem: { type: 'truncated' } });
  });
});

test('a little-endian file is read', async () => {
  const file = zipCheckpoint(['x'], {}, { byteorder: 'little' });
  expect((await openCheckpoint(countedSource(file))).root).toEqual(['x']);
});
