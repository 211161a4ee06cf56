import { describe, expect, test } from 'vitest';
import { FakeFolder } from '../../tests/fake-folder.ts';
import { recordedFile } from '../../tests/recorded-file.ts';
import { streamLines } from '../../tests/recorded-frames.ts';
import {
  EXPORT_FORMATS,
  formatOfName,
  type ExportFormat,
} from '../recording/export/export-formats.ts';
import { EXPORTERS } from '../recording/export/exporters.ts';
import { readPoseStream } from '../recording/read-pose-stream.ts';
import { exportRecording } from './recording-export.ts';

/** More than is read or written at once. */
const LINES = streamLines(1500);
const recording = recordedFile(LINES);
const csv = formatOfName('hands.csv')!;

const nobody = () => {};
const blob = (from: File, format: ExportFormat) =>
  exportRecording({ recording: from, format, place: null }, nobody);

/** What the exporter itself gives of it, all at once. */
async function expectedOf({ id }: ExportFormat): Promise<Buffer> {
  const { header, frames } = await readPoseStream(recording.stream());
  const pieces: Buffer[] = [];
  for await (const piece of EXPORTERS[id](header, frames)) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

async function folderWith(name: string) {
  const folder = new FakeFolder();
  const place = await folder.handle.getFileHandle(name, { create: true });
  return { folder, place };
}

describe('exportRecording', () => {
  test('the recording is larger than what is read at once', () => {
    expect(recording.size).toBeGreaterThan(2 ** 20);
  });

  test.each(EXPORT_FORMATS)('as a $id Blob: what the exporter writes', async (format) => {
    const answer = await blob(recording, format);
    if (!answer.ok) throw new Error(answer.problem.type);
    expect(answer.file!.type).toBe(format.mediaType);
    const written = Buffer.from(await answer.file!.arrayBuffer());
    expect(written.equals(await expectedOf(format))).toBe(true);
  });

  test('into a place that the user chose, telling how much was read', async () => {
    const { folder, place } = await folderWith('hands.csv');
    const told: number[] = [];
    const job = { recording, format: csv, place };
    const answer = await exportRecording(job, (fraction) => void told.push(fraction));
    expect(answer).toEqual({ ok: true, file: null });
    const written = Buffer.from(await folder.files.get('hands.csv')!.arrayBuffer());
    expect(written.equals(await expectedOf(csv))).toBe(true);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.length).toBeGreaterThan(1);
    expect(told.at(-1)).toBe(1);
  });

  test('a place without room keeps what it had', async () => {
    const { folder, place } = await folderWith('hands.csv');
    folder.files.set('hands.csv', new Blob(['before']));
    folder.roomBytes = 1000;
    const answer = await exportRecording({ recording, format: csv, place }, nobody);
    expect(answer).toEqual({ ok: false, problem: { type: 'place-full', name: 'hands.csv' } });
    expect(await folder.files.get('hands.csv')!.text()).toBe('before');
  });

  test('a place that may not be written', async () => {
    const { place } = await folderWith('hands.csv');
    const createWritable = async () =>
      Promise.reject(new DOMException('it is read only', 'NoModificationAllowedError'));
    const job = { recording, format: csv, place: Object.assign(place, { createWritable }) };
    expect(await exportRecording(job, nobody)).toEqual({
      ok: false,
      problem: { type: 'place-unwritable', name: 'hands.csv', reason: 'it is read only' },
    });
  });

  test('a recording that is wrong half way', async () => {
    const broken = recordedFile([...LINES.slice(0, 3), '{}', ...LINES.slice(3)], 'broken.ndjson');
    expect(await blob(broken, csv)).toMatchObject({
      ok: false,
      problem: { type: 'bad-recording', name: 'broken.ndjson', problem: { line: 4 } },
    });
  });

  test('a recording that is gone', async () => {
    const gone = recordedFile(LINES, 'gone.ndjson');
    gone.slice = () => {
      throw new DOMException('the file could not be found', 'NotFoundError');
    };
    const problem = {
      type: 'recording-unreadable',
      name: 'gone.ndjson',
      reason: 'the file could not be found',
    };
    expect(await blob(gone, csv)).toEqual({ ok: false, problem });
  });
});
