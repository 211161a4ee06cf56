import type { Observable } from 'rxjs';
import type { Frame } from './frame.ts';

/** What a recording says its frames were taken from. */
export type SourceKind = 'camera' | 'clip' | 'picture' | 'synthetic';

/**
 * 'live': at the source's own pace; a tick that finds the pipeline busy is skipped.
 * 'every-frame': every frame, in order, as fast as they are taken (recording, tests).
 */
export type Pace = 'live' | 'every-frame';

/** Anything Frames come from. Subscribing to `frames` opens it, unsubscribing closes it. */
export interface FrameSource {
  readonly kind: SourceKind;
  /** What the user knows it by: file name, camera label. */
  readonly name: string;
  /** Of an 'every-frame' source each frame is given all it needs; a 'live' one waits for nothing. */
  readonly pace: Pace;
  /**
   * Emits one Frame at a time: the next only after the last was disposed. Completes when the source
   * ends (clip, picture) and errors with a SourceFailure when it cannot go on. On unsubscribe, a
   * Frame that is still open is disposed.
   */
  readonly frames: Observable<Frame>;
}
