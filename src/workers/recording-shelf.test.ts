import { beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeFolder } from '../../tests/fake-folder.ts';
import { fakeLocks } from '../../tests/fake-locks.ts';
import { streamLines } from '../../tests/recorded-frames.ts';
import type { StoredRecording } from './recording-facts.ts';
import { readRecordingFacts } from './recording-reading.ts';
import { RecordingShelf } from './recording-shelf.ts';
import { RecordingWriter } from './recording-writer.ts';

const LINES = streamLines(3);
const WHOLE = LINES.map((line) => `${line}\n`).join('');

let folder: FakeFolder;
let locks: ReturnType<typeof fakeLocks>;
let shelf: RecordingShelf;
beforeEach(() => {
  folder = new FakeFolder();
  locks = fakeLocks();
  shelf = new RecordingShelf(folder.handle, locks);
});

const recover = () => shelf.recover(readRecordingFacts);

/** Leaves a file as a killed tab does. */
const leave = (id: string, content: string) =>
  folder.files.set(`${id}.ndjson`, new Blob([content]));

const stored = (change: Partial<StoredRecording> = {}): StoredRecording => ({
  id: 'a',
  createdAt: '2026-01-31T12:00:00.000Z',
  sourceName: 'synthetic hands',
  frames: 3,
  durationMs: 67,
  bytes: WHOLE.length,
  recovered: false,
  saved: 'no',
  videoBytes: 0,
  videoSaved: 'no',
  ...change,
});

describe('RecordingShelf', () => {
  test('offers what killed tabs left, without the half line at its end', async () => {
    leave('a', `${WHOLE}{"type":"frame","ind`);
    leave('b', WHOLE);
    await recover();
    const found = [...(await shelf.list())].sort((a, b) => a.id.localeCompare(b.id));
    expect(found).toEqual([
      stored({ id: 'a', recovered: true }),
      stored({ id: 'b', recovered: true }),
    ]);
    expect(await (await shelf.open(found[0]!)).text()).toBe(WHOLE);
  });

  test('leaves alone what a living tab is writing, and finds it when that tab has died', async () => {
    const writer = new RecordingWriter(async () => folder.handle, locks);
    await writer.start('live', false);
    writer.append(LINES);
    leave('dead', WHOLE);
    await recover();
    expect((await shelf.list()).map(({ id }) => id)).toEqual(['dead']);
    writer.finish();
    await recover();
    expect(await shelf.list()).toHaveLength(2);
  });

  test('two tabs that look at once find the same, each once', async () => {
    leave('a', WHOLE);
    leave('b', WHOLE);
    const read = vi.fn<typeof readRecordingFacts>(readRecordingFacts);
    const other = new RecordingShelf(folder.handle, locks);
    await Promise.all([shelf.recover(read), other.recover(read)]);
    expect(read).toHaveBeenCalledTimes(2);
    expect(await shelf.list()).toHaveLength(2);
    expect(await other.list()).toEqual(await shelf.list());
  });

  test('the video beside a recording is recovered, and removed, with it', async () => {
    leave('a', WHOLE);
    folder.files.set('a.webm', new Blob(['video']));
    await recover();
    const [found] = await shelf.list();
    expect(found).toEqual(stored({ recovered: true, videoBytes: 5 }));
    expect(await (await shelf.openVideo(found!))!.text()).toBe('video');
    await shelf.remove('a');
    expect(folder.names).toEqual([]);
    expect(await shelf.openVideo(stored())).toBeNull();
  });

  test('clears away that in which nothing was recorded', async () => {
    leave('empty', '');
    leave('header', `${LINES[0]}\n`);
    await recover();
    expect(folder.names).toEqual([]);
  });

  test('deletes nothing that it cannot read: it can be saved as it is', async () => {
    leave('a', 'what is this?');
    await recover();
    const [found] = await shelf.list();
    const bytes = 'what is this?'.length;
    expect(found).toMatchObject({ id: 'a', frames: 0, bytes, recovered: true, saved: 'no' });
    expect(await (await shelf.open(found!)).text()).toBe('what is this?');
  });

  test('one that cannot be looked at keeps no other from being found, and is told', async () => {
    leave('a', WHOLE);
    leave('b', 'bad sector');
    leave('c', WHOLE);
    leave('d', WHOLE);
    const [badSector, badEntry] = [new Error('bad sector'), new Error('bad entry')];
    const open = folder.handle.getFileHandle.bind(folder.handle);
    folder.handle.getFileHandle = (name, options) =>
      name === 'd.json' ? Promise.reject(badEntry) : open(name, options);
    const failures = await shelf.recover((file) =>
      file.size < WHOLE.length ? Promise.reject(badSector) : readRecordingFacts(file),
    );
    expect(failures).toEqual([badSector, badEntry]);
    expect((await shelf.list()).map(({ id }) => id).sort()).toEqual(['a', 'c']);
    expect(folder.names).toEqual(expect.arrayContaining(['b.ndjson', 'd.ndjson']));
  });

  test('notes what the user has, of what is still there', async () => {
    leave('a', WHOLE);
    await shelf.keep(stored({ videoBytes: 5 }));
    await shelf.note('a', 'saved', 'downloaded');
    await shelf.note('a', 'videoSaved', 'yes');
    const noted = stored({ videoBytes: 5, saved: 'downloaded', videoSaved: 'yes' });
    expect(await shelf.list()).toEqual([noted]);
    await shelf.remove('a');
    await shelf.note('a', 'saved', 'yes');
    expect(folder.names).toEqual([]);
  });

  test('a recording that has ended is not read again; the newest comes first', async () => {
    leave('a', WHOLE);
    leave('b', WHOLE);
    await shelf.keep(stored());
    await shelf.keep(stored({ id: 'b', createdAt: '2026-02-01T12:00:00.000Z', saved: 'yes' }));
    const read = vi.fn<typeof readRecordingFacts>(readRecordingFacts);
    await shelf.recover(read);
    expect(read).not.toHaveBeenCalled();
    expect((await shelf.list()).map(({ id, saved }) => [id, saved])).toEqual([
      ['b', 'yes'],
      ['a', 'no'],
    ]);
  });

  test('on a full disk it is offered all the same, and recovered the next time', async () => {
    leave('a', WHOLE);
    folder.roomBytes = 0;
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    await shelf.keep(stored());
    expect(warn).toHaveBeenCalledOnce();
    warn.mockRestore();
    expect(await shelf.list()).toEqual([stored()]);
    folder.roomBytes = Infinity;
    shelf = new RecordingShelf(folder.handle, locks);
    expect(await shelf.list()).toEqual([]);
    await recover();
    expect(await shelf.list()).toEqual([stored({ recovered: true })]);
  });

  test('what is removed is gone, also twice', async () => {
    leave('a', WHOLE);
    await recover();
    const [found] = await shelf.list();
    await shelf.remove('a');
    await shelf.remove('a');
    expect(folder.names).toEqual([]);
    await expect(shelf.open(found!)).rejects.toMatchObject({ name: 'NotFoundError' });
  });
});
