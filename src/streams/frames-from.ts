import { Observable } from 'rxjs';
import { Frame, type FrameContent } from './frame.ts';

/**
 * Turns a pulled sequence of pictures into Frames, one open at a time: the sequence is asked for its
 * next picture only after the last Frame was disposed. That is the back-pressure of this project: a
 * busy pipeline never holds more than one picture of a source.
 *
 * @param pull opens the source; its `finally` closes it. It must end soon after the signal aborts.
 *   Each picture it yields is owned by the Frame made of it.
 */
export function framesFrom(
  pull: (signal: AbortSignal) => AsyncIterable<FrameContent>,
): Observable<Frame> {
  return new Observable<Frame>((subscriber) => {
    const stop = new AbortController();
    let current: Frame | undefined;

    const run = async () => {
      for await (const content of pull(stop.signal)) {
        current = new Frame(content);
        if (stop.signal.aborted) return;
        subscriber.next(current);
        await current.released;
        if (stop.signal.aborted) return;
      }
    };
    run()
      .then(
        () => subscriber.complete(),
        (error: unknown) => {
          if (!stop.signal.aborted) subscriber.error(error);
        },
      )
      .finally(() => current?.[Symbol.dispose]());

    return () => {
      stop.abort();
      current?.[Symbol.dispose]();
    };
  });
}
