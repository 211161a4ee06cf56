import type { LivePoseFrame } from '../streams/live-pose-frame.ts';
import { failureReason } from '../workers/failure-reason.ts';
import { FullScreen } from './full-screen.ts';
import type { Notices } from './notices.ts';
import type { PassThroughScreen } from './pass-through-screen.ts';

export interface PassThroughOptions {
  /** What is seen changes; where no frame will come, the last one is to be run again. */
  readonly onChanged: () => void;
  readonly togglePause: () => void;
}

/** The way into the pass-through view and out of it; loads the view when it is first asked for. */
export class PassThrough {
  readonly #notices: Notices;
  readonly #options: PassThroughOptions;
  readonly #page = document.documentElement.dataset;
  #screen: PassThroughScreen | null = null;
  #fullScreen: FullScreen | null = null;
  /** Whether it is to be closed, be it still opening. */
  #left = false;

  constructor(notices: Notices, options: PassThroughOptions) {
    this.#notices = notices;
    this.#options = options;
  }

  /** Shows a frame, whose picture is lent, in the view. @returns whether it is open */
  show(live: LivePoseFrame): boolean {
    this.#screen?.draw(live);
    return this.#screen !== null;
  }

  /** Must follow from a user's press, which a full screen needs. */
  async open(): Promise<void> {
    if (this.#fullScreen) return;
    this.#left = false;
    this.#fullScreen = new FullScreen(this.leave);
    this.#page['passThrough'] = '';
    try {
      const { PassThroughScreen } = await import('./pass-through-screen.ts');
      if (this.#left) return this.#closed();
      this.#screen = await PassThroughScreen.open({ ...this.#options, onClosed: this.#closed });
      if (this.#left || this.#screen.closed) this.#closed();
      else this.#options.onChanged();
    } catch (error) {
      console.error(error);
      this.#closed();
      this.#notices.show({
        what: `The pass-through view could not be opened: ${failureReason(error)}.`,
        todo: 'Reload the page. If it says so again, switch hardware acceleration on, or use another browser.',
      });
    }
  }

  readonly leave = (): void => {
    this.#left = true;
    this.#screen?.close();
  };

  readonly #closed = (): void => {
    this.#screen?.[Symbol.dispose]();
    this.#screen = null;
    this.#fullScreen?.[Symbol.dispose]();
    this.#fullScreen = null;
    delete this.#page['passThrough'];
    this.#options.onChanged();
  };
}
