import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { EXPORT_FORMATS } from '../src/recording/export/export-formats.ts';
import { frameLine, headerLine } from '../src/recording/pose-stream-writer.ts';
import { RIGGED_HEADER, riggedFrame } from '../tests/rigged-stream.ts';
import { exportFile } from './export-file.ts';
import { readExportFormat } from './export-format.ts';

const folder = mkdtempSync(join(tmpdir(), 'handstream-export-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const frames = [riggedFrame(0, 0), riggedFrame(1, 40, ['left'])];
const lines = [
  headerLine(RIGGED_HEADER),
  ...frames.map((frame) => frameLine(frame, { raw: true })),
];
const recorded = join(folder, 'recorded.ndjson');
writeFileSync(recorded, lines.map((line) => `${line}\n`).join(''));

describe('exportFile', () => {
  test.each(EXPORT_FORMATS)('writes a recording as $id, whole', async (format) => {
    const out = join(folder, `hands${format.ending}`);
    await exportFile(recorded, format, out);
    expect(readFileSync(out).length).toBeGreaterThan(1000);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('as ndjson is the recording itself, byte for byte', async () => {
    const out = join(folder, 'again.ndjson');
    await exportFile(recorded, readExportFormat('ndjson', out), out);
    expect(readFileSync(out, 'utf8')).toBe(readFileSync(recorded, 'utf8'));
  });

  test('leaves nothing of a recording that is wrong half way', async () => {
    const broken = join(folder, 'broken.ndjson');
    writeFileSync(broken, [lines[0], lines[1], '{"type":"note"}', lines[2]].join('\n'));
    const out = join(folder, 'broken.csv');
    const exported = exportFile(broken, readExportFormat('csv', out), out);
    await expect(exported).rejects.toThrow(
      '“broken.ndjson” is wrong in line 3, type: expected "frame". Correct that line',
    );
    expect(existsSync(out) || existsSync(`${out}.part`)).toBe(false);
  });
});

describe('readExportFormat', () => {
  test.each([
    [undefined, undefined, 'ndjson'],
    [undefined, 'hands.csv', 'csv'],
    [undefined, 'HANDS.BVH', 'bvh'],
    [undefined, 'hands.json', 'json'],
    [undefined, 'hands.webxr.json', 'webxr'],
    [undefined, 'hands.mediapipe.json', 'mediapipe'],
    [undefined, 'hands.txt', 'ndjson'],
    ['mcap', 'hands.csv', 'mcap'],
    ['json', undefined, 'json'],
  ])('--format %s --out %s is %s', (name, out, id) => {
    expect(readExportFormat(name, out).id).toBe(id);
  });

  test('says what formats there are', () => {
    expect(() => readExportFormat('fbx', undefined)).toThrow(
      '--format fbx: there are ndjson, json, csv, webxr, mediapipe, mcap, bvh',
    );
  });
});
