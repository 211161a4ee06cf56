import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readEvaluateArguments } from './arguments.ts';
import { openDataset } from './open-dataset.ts';

const folder = mkdtempSync(join(tmpdir(), 'handstream-arguments-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'predictions.json');
writeFileSync(file, '[]');

const set = ['--dataset', 'rhd', '--annotations', folder];
const interhand = ['--dataset', 'interhand2.6m', '--annotations', folder, '--predictions', file];

describe('readEvaluateArguments', () => {
  test('fills in what was not said', () => {
    expect(readEvaluateArguments(interhand)).toEqual({
      dataset: 'interhand2.6m',
      annotations: folder,
      images: folder,
      from: { predictions: file },
      rootDepth: null,
      convention: 'official',
      out: null,
    });
  });

  test('takes all there is to say', () => {
    const more = ['--images', tmpdir(), '--root-depth', file, '--convention', 'mmpose'];
    expect(readEvaluateArguments([...interhand, ...more, '--out', 'r.json'])).toMatchObject({
      images: tmpdir(),
      rootDepth: file,
      convention: 'mmpose',
      out: resolve('r.json'),
    });
  });

  test('looks for pictures beside an annotation file', () => {
    const args = ['--dataset', 'stb', '--annotations', file, '--model', file];
    expect(readEvaluateArguments(args)).toMatchObject({ images: folder, from: { model: file } });
  });

  test.each([
    [[], '--dataset is missing; there is: interhand2.6m, stb, rhd'],
    [['--dataset', 'coco'], '--dataset coco is not known'],
    [['--dataset', 'rhd'], '--annotations is missing'],
    [['--dataset', 'rhd', '--annotations', 'absent'], 'absent: no such file or folder'],
    [set, 'either --model or --predictions is needed'],
    [[...set, '--predictions', file, '--model', file], 'either --model or --predictions is needed'],
    [[...set, '--predictions', 'absent.json'], 'absent.json: no such file'],
    [[...set, '--predictions', file, '--convention', 'mmpose'], 'MMPose does not evaluate rhd'],
    [[...set, '--predictions', file, '--convention', 'ours'], '--convention ours is not known'],
    [[...set, '--predictions', file, '--root-depth', 'guess'], 'guess: no such file'],
  ])('refuses %j', (args, message) => {
    expect(() => readEvaluateArguments(args)).toThrow(message);
  });
});

describe('openDataset says which file is missing', () => {
  test('none, too many, or a file for a folder', () => {
    const args = readEvaluateArguments(interhand);
    expect(() => openDataset(args)).toThrow('has no file whose name ends in data.json');
    const two = join(folder, 'two');
    mkdirSync(two);
    for (const name of ['train_data.json', 'test_data.json']) writeFileSync(join(two, name), '{}');
    expect(() => openDataset({ ...args, annotations: two })).toThrow(
      /has 2 files \(.*train_data\.json.*\) whose name ends in data\.json; one is needed/,
    );
    expect(() => openDataset({ ...args, annotations: file })).toThrow('a folder is needed');
  });
});
