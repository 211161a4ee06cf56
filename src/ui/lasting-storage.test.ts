import { expect, test, vi } from 'vitest';
import { LastingStorage } from './lasting-storage.ts';

/** A browser whose user, or rule, gives this answer. */
const browser = (granted: boolean, before = false) => {
  let lasts = before;
  return {
    persisted: vi.fn<() => Promise<boolean>>(async () => lasts),
    persist: vi.fn<() => Promise<boolean>>(async () => (lasts = granted)),
  };
};

test('asks nobody until it is told to', async () => {
  const storage = browser(true);
  expect(await new LastingStorage(storage).lasts()).toBe(false);
  expect(storage.persist).not.toHaveBeenCalled();
});

test.each([true, false])('asks once a visit, whatever the answer (%s)', async (granted) => {
  const storage = browser(granted);
  const lasting = new LastingStorage(storage);
  expect([await lasting.ask(), await lasting.ask()]).toEqual([granted, granted]);
  expect(storage.persist).toHaveBeenCalledTimes(1);
});

test('asks not at all where it was granted before', async () => {
  const storage = browser(true, true);
  expect(await new LastingStorage(storage).ask()).toBe(true);
  expect(storage.persist).not.toHaveBeenCalled();
});

test('where there is no storage, or it refuses, it does not last', async () => {
  const refuse = async () => Promise.reject(new TypeError('no storage shelf'));
  for (const storage of [undefined, { persisted: refuse, persist: refuse }]) {
    const lasting = new LastingStorage(storage);
    expect([await lasting.lasts(), await lasting.ask()]).toEqual([false, false]);
  }
});
