import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readSequences } from './evaluate-sequences.ts';
import { asksForPipeline, readPipelineArguments } from './pipeline-arguments.ts';

const folder = mkdtempSync(join(tmpdir(), 'handstream-pipeline-arguments-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const model = join(folder, 'net.onnx');
writeFileSync(model, '');

test('only --sequences and --real ask for the pipeline', () => {
  expect(asksForPipeline(['--model', 'lite', '--real', folder])).toBe(true);
  expect(asksForPipeline([`--sequences=${folder}`])).toBe(true);
  expect(asksForPipeline(['--dataset', 'rhd', '--annotations', folder])).toBe(false);
});

describe('readPipelineArguments', () => {
  test('fills in what was not said, and takes all there is to say', () => {
    const said = { of: 'sequences', folder, model: 'auto', out: null, pictures: null };
    expect(readPipelineArguments(['--sequences', folder])).toEqual(said);
    const out = join(folder, 'out.json');
    const more = ['--model', model, '--out', out, '--pictures', folder];
    expect(readPipelineArguments(['--real', folder, ...more])).toEqual({
      of: 'real',
      folder,
      model,
      out,
      pictures: folder,
    });
  });

  test.each([
    ['both at once', ['--sequences', folder, '--real', folder], 'either --sequences or --real'],
    ['no such folder', ['--real', join(folder, 'absent')], 'absent: no such folder'],
    ['a model that is none', ['--real', folder, '--model', 'nobody'], '--model nobody'],
    ['pictures of sequences', ['--sequences', folder, '--pictures', folder], '--pictures'],
    ['a folder to write into', ['--real', folder, '--out', folder], '--out'],
  ])('refuses %s', (_, args, message) => {
    expect(() => readPipelineArguments(args)).toThrow(message);
  });
});

describe('readSequences', () => {
  const camera = { fx: 1, fy: 1, cx: 0, cy: 0 };
  const frames = [{ scene: 'none', right: null, left: null }];
  const truth = { framesPerSecond: 30, width: 4, height: 2, camera, frames };
  const pictures = { file: 'sequence-000.images.npy', offset: 10 };

  test('says which folder has none, and which frames are missing', () => {
    expect(() => readSequences(folder)).toThrow(`${folder} has no sequence-`);
    writeFileSync(join(folder, 'sequence-000.json'), JSON.stringify({ ...truth, pictures }));
    expect(() => readSequences(folder)).toThrow('not the 34 bytes that sequence-000.json tells of');
    writeFileSync(join(folder, pictures.file), Buffer.alloc(34));
    expect(readSequences(folder)).toMatchObject([{ name: 'sequence-000', sequence: { width: 4 } }]);
  });
});
