/**
 * Settles as `promise`, or resolves with `undefined` as soon as the signal aborts. A value that
 * arrives after that goes to `late`, so that a resource in it can be closed.
 */
export function abortable<T>(
  promise: Promise<T>,
  signal: AbortSignal,
  late?: (value: T) => void,
): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const onAbort = () => resolve(undefined);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    promise
      .then(
        (value) => {
          if (signal.aborted) late?.(value);
          resolve(value);
        },
        (error: unknown) => reject(error instanceof Error ? error : new Error(String(error))),
      )
      .finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/** Resolves after `ms`, or at once when the signal aborts. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    if (signal.aborted) done();
    else signal.addEventListener('abort', done, { once: true });
  });
}
