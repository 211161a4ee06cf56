import { SingleBar } from 'cli-progress';

/** A progress bar on stderr with the time left; lines now and then where stderr is no terminal. */
export class ProgressBar implements Disposable {
  readonly #bar: SingleBar;

  /** @param done how many of `total` were done before */
  constructor(name: string, total: number, done: number) {
    this.#bar = new SingleBar({
      format: `${name} [{bar}] {value}/{total}, {eta_formatted} left`,
      stream: process.stderr,
      hideCursor: null, // a run that is killed could not show it again
      noTTYOutput: true,
      notTTYSchedule: 10_000,
      etaBuffer: 50,
    });
    this.#bar.start(total, done);
  }

  step(): void {
    this.#bar.increment();
  }

  [Symbol.dispose](): void {
    this.#bar.stop();
  }
}
