import { Frame } from '../src/streams/frame.ts';

/** Stands in for a VideoFrame where there is no browser; counts what is open. */
export class FakeVideoFrame {
  static open = 0;
  closed = false;
  readonly displayWidth = 640;
  readonly displayHeight = 480;
  readonly timestamp: number;

  constructor(timestamp = 0) {
    this.timestamp = timestamp;
    FakeVideoFrame.open += 1;
  }

  clone(): FakeVideoFrame {
    if (this.closed) throw new DOMException('closed', 'InvalidStateError');
    return new FakeVideoFrame(this.timestamp);
  }

  close(): void {
    if (!this.closed) FakeVideoFrame.open -= 1;
    this.closed = true;
  }
}

/** A picture that Node can hold, typed as the real thing. */
export function fakeImage(timestamp = 0): VideoFrame & FakeVideoFrame {
  return new FakeVideoFrame(timestamp) as unknown as VideoFrame & FakeVideoFrame;
}

/** A Frame of a fake picture. */
export function fakeFrame({ index, timeMs = index * 33 }: { index: number; timeMs?: number }) {
  const frame = new Frame({ image: fakeImage(timeMs * 1000), index, timeMs });
  return frame as Frame & { readonly image: VideoFrame & FakeVideoFrame };
}
