import { vi } from 'vitest';
import { FakeVideoFrame, fakeImage } from './fake-frame.ts';

/** Chromium's processor of a camera track: keeps the newest picture and closes the one it replaces. */
function processorOf(frameCount: number, dropped: { count: number }) {
  return class {
    readonly readable = { getReader: () => this.#reader };
    #newest: FakeVideoFrame | null = null;
    #ended = false;
    #wake = () => {};

    readonly #reader = {
      read: async () => {
        while (!this.#newest && !this.#ended) {
          await new Promise<void>((resolve) => (this.#wake = resolve));
        }
        const value = this.#newest ?? undefined;
        this.#newest = null;
        return { value, done: value === undefined };
      },
      cancel: () => {
        this.#ended = true;
        this.#newest?.close();
        this.#newest = null;
        this.#wake();
        return Promise.resolve();
      },
    };

    constructor() {
      void this.#film();
    }

    async #film(): Promise<void> {
      for (let index = 0; index < frameCount && !this.#ended; index++) {
        await new Promise((resolve) => setImmediate(resolve));
        if (this.#ended) return;
        if (this.#newest) dropped.count += 1;
        this.#newest?.close();
        this.#newest = fakeImage(index * 33_000);
        this.#wake();
      }
      this.#ended = true;
      this.#wake();
    }
  };
}

/**
 * Gives Node the browser's side of a camera that films so many pictures and is then unplugged.
 * @returns how many pictures found the last one still waiting
 */
export function stubCamera(frameCount: number): { count: number } {
  const dropped = { count: 0 };
  const track = { getSettings: () => ({ frameRate: 30 }), stop: () => {} };
  const stream = { getVideoTracks: () => [track], getTracks: () => [track] };
  vi.stubGlobal('navigator', {
    mediaDevices: { getUserMedia: () => Promise.resolve(stream) },
  });
  vi.stubGlobal('VideoFrame', FakeVideoFrame);
  vi.stubGlobal('MediaStreamTrackProcessor', processorOf(frameCount, dropped));
  return dropped;
}
