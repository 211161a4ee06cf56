import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPacer } from './clip-pacer.ts';
import { Playback } from './playback.ts';

describe('createPacer', () => {
  beforeEach(
    () => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }),
  );
  afterEach(() => void vi.useRealTimers());

  const pacer = (pace: 'live' | 'every-frame', playback = new Playback()) =>
    createPacer(pace, playback, performance, new AbortController().signal);

  test('live: the first frame at once, the next when its time has come', async () => {
    const live = pacer('live');
    expect(await live.turn(0, 40)).toBe('now');
    const start = performance.now();
    const turn = live.turn(40, 40);
    await vi.advanceTimersByTimeAsync(40);
    expect(await turn).toBe('now');
    expect(performance.now() - start).toBe(40);
  });

  test('live: a frame whose time is over is late', async () => {
    const live = pacer('live');
    await live.turn(0, 40);
    await vi.advanceTimersByTimeAsync(130);
    expect(await live.turn(40, 40)).toBe('late');
    expect(await live.turn(80, 40)).toBe('late');
    expect(await live.turn(120, 40)).toBe('now');
  });

  test('live: after a long stop it plays on from where it is', async () => {
    const live = pacer('live');
    await live.turn(0, 40);
    await vi.advanceTimersByTimeAsync(60_000);
    const turn = live.turn(40, 40);
    await vi.advanceTimersByTimeAsync(0);
    expect(await turn).toBe('now');
  });

  test('paused: waits until resumed, then keeps its own pace', async () => {
    const playback = new Playback();
    const live = pacer('live', playback);
    await live.turn(0, 40);
    playback.paused = true;
    let turned: string | undefined;
    void live.turn(40, 40).then((turn) => (turned = turn));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(turned).toBeUndefined();
    playback.paused = false;
    await vi.advanceTimersByTimeAsync(0);
    expect(turned).toBe('now');
  });

  test('a seek interrupts the wait; the frame sought is shown even when paused', async () => {
    const playback = new Playback();
    const live = pacer('live', playback);
    await live.turn(0, 40);
    playback.paused = true;
    const turn = live.turn(40, 40);
    playback.seek(5000);
    await vi.advanceTimersByTimeAsync(0);
    expect(await turn).toBe('interrupted');
    expect(playback.takeSeek()).toBe(5000);
    live.restart('seek');
    expect(await live.turn(5000, 40)).toBe('now');
  });

  test('paused at its end, it does not begin again by itself', async () => {
    const playback = new Playback();
    const live = pacer('live', playback);
    await live.turn(40, 40);
    playback.paused = true;
    live.restart('loop');
    let turned: string | undefined;
    void live.turn(0, 40).then((turn) => (turned = turn));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(turned).toBeUndefined();
    playback.step();
    await vi.advanceTimersByTimeAsync(0);
    expect(turned).toBe('now');
  });

  test('before a loop the last frame stands as long as the others, at any speed', async () => {
    const playback = new Playback();
    const live = pacer('live', playback);
    await live.turn(80, 40);
    playback.speed = 2;
    let stood = false;
    void live.standUntil(120).then(() => (stood = true));
    await vi.advanceTimersByTimeAsync(19);
    expect(stood).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(stood).toBe(true);
  });

  test.each([
    ['a pause', (playback: Playback) => (playback.paused = true)],
    ['a seek', (playback: Playback) => playback.seek(0)],
  ])('%s ends that wait', async (_, change) => {
    const playback = new Playback();
    const live = pacer('live', playback);
    await live.turn(80, 40);
    const standing = live.standUntil(120);
    change(playback);
    // No time passes.
    await expect(standing).resolves.toBeUndefined();
    await expect(live.standUntil(120)).resolves.toBeUndefined();
  });

  test('a step shows one frame more of what is paused', async () => {
    const playback = new Playback();
    const live = pacer('live', playback);
    await live.turn(0, 40);
    playback.paused = true;
    let turned: string | undefined;
    void live.turn(40, 40).then((turn) => (turned = turn));
    playback.step();
    await vi.advanceTimersByTimeAsync(0);
    expect(turned).toBe('now');
    turned = undefined;
    void live.turn(80, 40).then((turn) => (turned = turn));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(turned).toBeUndefined();
    playback.paused = false;
    await vi.advanceTimersByTimeAsync(0);
    expect(turned).toBe('now');
  });

  test.each([
    [0.25, 160],
    [2, 20],
    [4, 10],
  ])('at speed %s a frame of 40 ms stands for %s ms', async (speed, ms) => {
    const playback = new Playback();
    playback.speed = speed;
    const live = pacer('live', playback);
    await live.turn(0, 40);
    const start = performance.now();
    const turn = live.turn(40, 40);
    await vi.advanceTimersByTimeAsync(ms);
    expect(await turn).toBe('now');
    expect(performance.now() - start).toBe(ms);
    await vi.advanceTimersByTimeAsync(2 * ms + 1);
    expect(await live.turn(80, 40)).toBe('late');
  });

  test('another speed holds from the moment it is set', async () => {
    const playback = new Playback();
    const live = pacer('live', playback);
    await live.turn(0, 40);
    const start = performance.now();
    const turn = live.turn(400, 40);
    await vi.advanceTimersByTimeAsync(200);
    playback.speed = 4;
    await vi.advanceTimersByTimeAsync(50);
    expect(await turn).toBe('now');
    expect(performance.now() - start).toBe(250);
  });

  test('every-frame: never waits, never skips', async () => {
    const every = pacer('every-frame');
    for (const timeMs of [0, 40, 80, 100_000]) expect(await every.turn(timeMs, 40)).toBe('now');
  });
});
