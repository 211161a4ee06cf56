import type { LivePoseFrame } from '../streams/live-pose-frame.ts';
import { byId } from './by-id.ts';
import { Listeners } from './listeners.ts';
import type { Notices } from './notices.ts';
import { PassThrough } from './pass-through.ts';
import type { Player } from './player.ts';

export interface OutletsOptions {
  readonly notices: Notices;
  readonly player: Player;
  readonly togglePause: () => void;
}

/** Where the hands go beyond this page: the pass-through view, a headset, and pages that listen. */
export class Outlets {
  readonly #player: Player;
  readonly #passThrough: PassThrough;
  readonly #listeners = new Listeners(byId('settings', HTMLElement));

  constructor({ notices, player, togglePause }: OutletsOptions) {
    this.#player = player;
    const onChanged = () => player.settingsChanged();
    this.#passThrough = new PassThrough(notices, { togglePause, onChanged });
    byId('pass-through', HTMLButtonElement).addEventListener('click', this.openPassThrough);
  }

  readonly openPassThrough = (): void => void this.#passThrough.open();

  /** Sends a frame, whose picture is lent, out. @returns whether the pass-through view hides the page */
  show(live: LivePoseFrame): boolean {
    const { choice } = this.#player;
    if (choice) this.#listeners.send(live, choice.kind);
    return this.#passThrough.show(live);
  }

  /** What was shown broke: the page says how. */
  leave(): void {
    this.#passThrough.leave();
  }
}
