import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeDocument } from '../../tests/fake-document.ts';
import { FullScreen } from './full-screen.ts';

let page: FakeDocument;
beforeEach(() => {
  page = FakeDocument.stub();
});
afterEach(() => void vi.unstubAllGlobals());

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('FullScreen', () => {
  test('gives the screen back, and tells when the user does', async () => {
    const onLeft = vi.fn<() => void>();
    const fullScreen = new FullScreen(onLeft);
    page.enter();
    await page.exitFullscreen();
    expect(onLeft).toHaveBeenCalledOnce();
    page.enter();
    fullScreen[Symbol.dispose]();
    expect(page.fullscreenElement).toBeNull();
    expect(onLeft).toHaveBeenCalledOnce();
  });

  test('left before the screen was given, it gives it back as soon as it is', async () => {
    const fullScreen = new FullScreen(() => {});
    fullScreen[Symbol.dispose]();
    page.enter();
    await settle();
    expect(page.fullscreenElement).toBeNull();
  });
});
