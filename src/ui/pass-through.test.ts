import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeDocument } from '../../tests/fake-document.ts';
import type { Notices } from './notices.ts';
import { PassThrough } from './pass-through.ts';

/** The view that is being opened: the test says what becomes of it. */
interface Opening {
  readonly resolve: (screen: object) => void;
  readonly reject: (error: Error) => void;
}
const openings = vi.hoisted((): Opening[] => []);

vi.mock('./pass-through-screen.ts', () => ({
  PassThroughScreen: {
    open: () => new Promise<object>((resolve, reject) => openings.push({ resolve, reject })),
  },
}));

const SCREEN = { closed: false, draw: () => {}, close: () => {}, [Symbol.dispose]: () => {} };

let passThrough: PassThrough;
let said: string[];
beforeEach(() => {
  openings.length = 0;
  said = [];
  FakeDocument.stub();
  const notices = { show: ({ what }: { what: string }) => said.push(what) } as unknown as Notices;
  passThrough = new PassThrough(notices, { onChanged: () => {}, togglePause: () => {} });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Opens it as far as the test says what becomes of it. */
async function begin() {
  const opened = passThrough.open();
  const opening = await vi.waitUntil(() => openings.pop());
  return { opening, opened };
}

const isOpen = () => passThrough.show({} as never);

describe('PassThrough', () => {
  test('is open once it is there', async () => {
    const { opening, opened } = await begin();
    expect(isOpen()).toBe(false);
    opening.resolve(SCREEN);
    await opened;
    expect(isOpen()).toBe(true);
  });

  test('left while it opens, it is gone when it has; then it can be opened again', async () => {
    const { opening, opened } = await begin();
    passThrough.leave();
    opening.resolve(SCREEN);
    await opened;
    expect(isOpen()).toBe(false);
    expect('passThrough' in document.documentElement.dataset).toBe(false);
    const again = await begin();
    again.opening.resolve(SCREEN);
    await again.opened;
    expect(isOpen()).toBe(true);
  });

  test('left while it is loaded, it does not open at all', async () => {
    const opened = passThrough.open();
    passThrough.leave();
    await opened;
    expect(openings).toEqual([]);
    expect(isOpen()).toBe(false);
  });

  test('says what went wrong', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { opening, opened } = await begin();
    opening.reject(new TypeError('Failed to fetch dynamically imported module'));
    await opened;
    expect(isOpen()).toBe(false);
    expect(said).toEqual([
      'The pass-through view could not be opened: Failed to fetch dynamically imported module.',
    ]);
  });
});
