import { of, Subject, throwError, toArray, lastValueFrom } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { fakeFrame } from '../../tests/fake-frame.ts';
import { FAILURES_IN_A_ROW, stage, type InFlight } from './stage.ts';

const items = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ frame: fakeFrame({ index }), timings: {} }));

describe('stage', () => {
  test('adds what it finds to each item, in order', async () => {
    const double = stage('lift', ({ frame }: InFlight) => ({ twice: frame.index * 2 }), {});
    const out = await lastValueFrom(of(...items(3)).pipe(double, toArray()));
    expect(out.map(({ twice }) => twice)).toEqual([0, 2, 4]);
  });

  test('keeps the order when earlier work takes longer', async () => {
    const slowFirst = stage(
      'detect',
      async ({ frame }: InFlight) => {
        await new Promise((resolve) => setTimeout(resolve, frame.index === 0 ? 20 : 0));
        return { seen: frame.index };
      },
      {},
    );
    const out = await lastValueFrom(of(...items(3)).pipe(slowFirst, toArray()));
    expect(out.map(({ seen }) => seen)).toEqual([0, 1, 2]);
  });

  test('a failing frame is disposed and reported, the next one goes on', async () => {
    for (const failing of [
      ({ frame }: InFlight) => {
        if (frame.index === 1) throw new Error('bad frame');
        return { seen: frame.index };
      },
      async ({ frame }: InFlight) => {
        if (frame.index === 1) throw new Error('bad frame');
        return { seen: frame.index };
      },
    ]) {
      const reported: unknown[] = [];
      const flight = items(3);
      const operator = stage('lift', failing, { onFrameFailed: (error) => reported.push(error) });
      const out = await lastValueFrom(of(...flight).pipe(operator, toArray()));
      expect(out.map(({ seen }) => seen)).toEqual([0, 2]);
      expect(reported).toEqual([new Error('bad frame')]);
      expect(flight.map(({ frame }) => frame.image.closed)).toEqual([false, true, false]);
    }
  });

  test('ends with the error after too many failures in a row', async () => {
    const failing = stage(
      'lift',
      () => {
        throw new Error('always');
      },
      {},
    );
    const flight = items(FAILURES_IN_A_ROW + 5);
    await expect(lastValueFrom(of(...flight).pipe(failing))).rejects.toThrow('always');
    expect(flight.filter(({ frame }) => frame.image.closed)).toHaveLength(FAILURES_IN_A_ROW);
  });

  test('measures with the clock it is given, and not at all without one', async () => {
    let now = 0;
    const clock = { now: () => now };
    const work = () => {
      now += 7;
      return {};
    };
    const [timed] = await lastValueFrom(
      of(...items(1)).pipe(stage('lift', work, { clock }), toArray()),
    );
    expect(timed?.timings).toEqual({ lift: 7 });
    const [untimed] = await lastValueFrom(of(...items(1)).pipe(stage('lift', work, {}), toArray()));
    expect(untimed?.timings).toEqual({});
  });

  test('passes the error of the source on', async () => {
    const failed = throwError(() => new Error('unplugged'));
    const operator = stage('lift', () => ({}), {});
    await expect(lastValueFrom(failed.pipe(operator))).rejects.toThrow('unplugged');
  });

  test('unsubscribing ends the work in flight without an emission', async () => {
    const source = new Subject<InFlight>();
    const seen: unknown[] = [];
    const subscription = source
      .pipe(stage('detect', async () => ({ found: true }), {}))
      .subscribe((value) => seen.push(value));
    source.next({ frame: fakeFrame({ index: 0 }), timings: {} });
    subscription.unsubscribe();
    await Promise.resolve();
    expect(seen).toEqual([]);
  });
});
