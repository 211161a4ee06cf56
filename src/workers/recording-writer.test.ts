import { describe, expect, test } from 'vitest';
import { FakeFolder } from '../../tests/fake-folder.ts';
import { fakeLocks } from '../../tests/fake-locks.ts';
import { FakeWorker } from '../../tests/fake-worker.ts';
import { StorageFailure } from '../models/storage-failure.ts';
import { RecordingLog } from './recording-log.ts';
import { writingLock } from './recording-names.ts';
import { RecordingWriter } from './recording-writer.ts';

function setup(folder = new FakeFolder()) {
  const locks = fakeLocks();
  const isFree = (id: string) =>
    locks.request(writingLock(id), { ifAvailable: true }, (lock) => Promise.resolve(lock !== null));
  const worker = new FakeWorker(new RecordingWriter(async () => folder.handle, locks));
  return {
    folder,
    isFree,
    worker,
    open: (withVideo = false) => RecordingLog.open('id', withVideo, () => worker),
  };
}

describe('a recording that grows on the disk', () => {
  test('is locked against other tabs until it is closed, and stays', async () => {
    const { folder, isFree, worker, open } = setup();
    const log = await open();
    expect(await isFree('id')).toBe(false);
    expect(await log.append(['a', 'b'])).toEqual({ kept: 2, bytes: 4, problem: null });
    expect(await folder.files.get('id.ndjson')!.text()).toBe('a\nb\n');
    await log.close();
    expect(await isFree('id')).toBe(true);
    expect(worker.terminated).toBe(true);
    expect(await folder.files.get('id.ndjson')!.text()).toBe('a\nb\n');
  });

  test('with a video: its pieces go where they belong, until one does not fit', async () => {
    const folder = new FakeFolder();
    folder.roomBytes = 6;
    const log = await setup(folder).open(true);
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(await log.writeVideo(bytes('abcd'), 0)).toBeNull();
    expect(await log.writeVideo(bytes('XY'), 1)).toBeNull();
    const full = { type: 'storage-full' };
    expect(await log.writeVideo(bytes('efg'), 4)).toEqual(full);
    // With a hole in it, what came behind would be worth nothing.
    expect(await log.writeVideo(bytes('e'), 4)).toEqual(full);
    expect(await log.append(['a'])).toMatchObject({ kept: 1, problem: null });
    await log.close();
    expect(await folder.files.get('id.webm')!.text()).toBe('aXYd');
  });

  test('a full disk is an answer, not an error', async () => {
    const folder = new FakeFolder();
    folder.roomBytes = 5;
    const log = await setup(folder).open();
    expect(await log.append(['abc', 'def'])).toEqual({
      kept: 1,
      bytes: 4,
      problem: { type: 'storage-full' },
    });
    await log.close();
  });

  test('a dead worker rejects what it was given; closing it is still possible', async () => {
    const { worker, open } = setup();
    const log = await open();
    const appended = log.append(['a']);
    worker.crash('out of memory');
    await expect(appended).rejects.toMatchObject({
      problem: { type: 'crashed', reason: 'out of memory' },
    });
    await expect(log.append(['b'])).rejects.toMatchObject({ problem: { type: 'crashed' } });
    await log.close();
    expect(worker.terminated).toBe(true);
  });

  test('a window without storage says so, and nothing stays locked', async () => {
    const locks = fakeLocks();
    const problem = { type: 'storage-forbidden', reason: 'private window' } as const;
    const refuse = () => Promise.reject(new StorageFailure(problem));
    const worker = new FakeWorker(new RecordingWriter(refuse, locks));
    await expect(RecordingLog.open('id', false, () => worker)).rejects.toMatchObject({ problem });
    expect(worker.terminated).toBe(true);
    const free = await locks.request(writingLock('id'), { ifAvailable: true }, (lock) => !!lock);
    expect(free).toBe(true);
  });
});
