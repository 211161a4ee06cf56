import type { LivePoseFrame } from '../streams/live-pose-frame.ts';
import { headsetMode, type HeadsetMode } from '../xr/headset-mode.ts';
import type { HeadsetView } from '../xr/headset-view.ts';
import { describeError } from './describe-error.ts';

export interface HeadsetEvents {
  /** How far away the camera's picture lies in VR. */
  readonly pictureMm: () => number;
  /** What the viewer is to know; empty where nothing. */
  readonly say: (text: string) => void;
}

/** The button that enters a headset and leaves it; hidden where there is none. */
export class HeadsetSwitch implements Disposable {
  readonly #button: HTMLButtonElement;
  readonly #events: HeadsetEvents;
  #mode: HeadsetMode | null = null;
  #view: HeadsetView | null = null;
  #entering = false;
  #disposed = false;

  constructor(button: HTMLButtonElement, events: HeadsetEvents) {
    this.#button = button;
    this.#events = events;
    button.addEventListener('click', this.toggle);
    navigator.xr?.addEventListener('devicechange', this.#look);
    this.#look();
  }

  /** Shows a frame, whose picture is lent, in the headset. @returns whether one is worn */
  draw(live: LivePoseFrame): boolean {
    this.#view?.draw(live);
    return this.#view !== null;
  }

  readonly toggle = (): void => {
    if (this.#view) this.#view.leave();
    else if (this.#mode && !this.#entering) void this.#enter(this.#mode);
  };

  readonly #look = (): void => {
    void headsetMode(navigator.xr).then((mode) => {
      this.#mode = mode;
      this.#button.hidden = mode === null;
    });
  };

  async #enter(mode: HeadsetMode): Promise<void> {
    this.#entering = true;
    try {
      const { HeadsetView } = await import('../xr/headset-view.ts');
      this.#view = await HeadsetView.enter(mode, {
        pictureMm: this.#events.pictureMm,
        onLeft: () => this.#show(null),
      });
      if (this.#disposed) this.#view.leave();
      else this.#show(mode);
    } catch (error) {
      this.#events.say(describeError(error).what);
    } finally {
      this.#entering = false;
    }
  }

  /** @param mode of the headset that is worn; null: none is */
  #show(mode: HeadsetMode | null): void {
    if (!mode) this.#view = null;
    this.#button.setAttribute('aria-pressed', String(mode !== null));
    this.#button.dataset['mode'] = mode ?? '';
    this.#events.say(mode ? 'Shown in the headset. Press X to leave it.' : '');
  }

  [Symbol.dispose](): void {
    this.#disposed = true;
    navigator.xr?.removeEventListener('devicechange', this.#look);
    this.#view?.leave();
  }
}
