import { PassThroughView, type PassThroughLook } from '../render/pass-through-view.ts';
import type { LivePoseFrame } from '../streams/live-pose-frame.ts';
import { HeadsetSwitch } from './headset-switch.ts';
import { Idle } from './idle.ts';
import { PassThroughForm } from './pass-through-form.ts';
import { parseLook } from './pass-through-look.ts';
import './pass-through.css';
import markup from './pass-through.html?raw';
import { recall, remember } from './remembered.ts';
import { setText } from './set-text.ts';
import { runShortcut, type Shortcut } from './shortcuts.ts';
import { WakeLock } from './wake-lock.ts';

/** Where the look is remembered. */
const LOOK = 'pass-through';

export interface PassThroughEvents {
  /** The view is to be drawn anew; where no frame will come, the last one is to be run again. */
  readonly onChanged: () => void;
  readonly togglePause: () => void;
  /** It was closed, by whatever key or button: it is to be disposed. */
  readonly onClosed: () => void;
}

/**
 * The pass-through view over the whole window, as a modal dialog: Escape leaves it and the page behind
 * it rests. It owns its eyes, its bar and the headset: dispose it.
 */
export class PassThroughScreen implements Disposable {
  readonly #dialog: HTMLDialogElement;
  readonly #view: PassThroughView;
  readonly #form: PassThroughForm;
  readonly #note: HTMLElement;
  readonly #headset: HeadsetSwitch;
  readonly #idle: Idle;
  readonly #wakeLock = new WakeLock();
  readonly #events: PassThroughEvents;
  #frames = 0;

  private constructor(
    dialog: HTMLDialogElement,
    view: PassThroughView,
    look: PassThroughLook,
    events: PassThroughEvents,
  ) {
    this.#dialog = dialog;
    this.#view = view;
    this.#events = events;
    this.#note = part(dialog, '.pass-through-note', HTMLElement);
    const bar = part(dialog, '.pass-through-bar', HTMLFormElement);
    this.#form = new PassThroughForm(bar, look, this.#changed);
    this.#headset = new HeadsetSwitch(part(bar, '[name=headset]', HTMLButtonElement), {
      pictureMm: () => this.#form.look.pictureMm,
      say: (text) => setText(this.#note, text),
    });
    this.#idle = new Idle(dialog, bar);
    const shortcuts = this.#shortcuts();
    dialog.addEventListener('keydown', (event) => runShortcut(event, shortcuts));
    dialog.addEventListener('close', events.onClosed);
    setText(this.#note, 'Waiting for the picture…');
  }

  /** @throws where the browser gives no WebGL */
  static async open(events: PassThroughEvents): Promise<PassThroughScreen> {
    const dialog = document.createElement('dialog');
    dialog.className = 'pass-through';
    dialog.dataset['testid'] = 'pass-through-view';
    dialog.setAttribute('aria-label', 'Pass-through');
    dialog.innerHTML = markup;
    document.body.append(dialog);
    dialog.showModal();
    // Itself and no button of its bar, so that Space pauses.
    dialog.tabIndex = -1;
    dialog.focus();
    try {
      const look = parseLook(recall(LOOK));
      const left = part(dialog, '[data-eye=left]', HTMLElement);
      const right = part(dialog, '[data-eye=right]', HTMLElement);
      const view = await PassThroughView.open({ left, right }, look);
      return new PassThroughScreen(dialog, view, look, events);
    } catch (error) {
      dialog.remove();
      throw error;
    }
  }

  /** Shows a frame, whose picture is lent. */
  draw(live: LivePoseFrame): void {
    if (this.#frames === 0) setText(this.#note, '');
    // For end-to-end tests to wait on.
    this.#dialog.dataset['frames'] = String(++this.#frames);
    if (!this.#headset.draw(live)) this.#view.draw(live);
  }

  /** Whether it was closed already, which Escape can do while it still opens. */
  get closed(): boolean {
    return !this.#dialog.open;
  }

  close(): void {
    this.#dialog.close();
  }

  readonly #changed = (): void => {
    const { look } = this.#form;
    remember(LOOK, JSON.stringify(look));
    this.#view.setLook(look);
    this.#events.onChanged();
  };

  #shortcuts(): readonly Shortcut[] {
    return [
      { key: 's', label: 'Stereo or monitor', run: () => this.#form.flipLayout() },
      { key: 'm', label: 'Mirrored view', run: () => this.#form.flipMirrored() },
      { key: 'x', label: 'Headset', run: this.#headset.toggle },
      { key: ' ', label: 'Pause and resume', run: this.#events.togglePause },
    ];
  }

  [Symbol.dispose](): void {
    this.#headset[Symbol.dispose]();
    this.#idle[Symbol.dispose]();
    this.#wakeLock[Symbol.dispose]();
    this.#view[Symbol.dispose]();
    this.#dialog.remove();
  }
}

/** A part of pass-through.html. */
function part<T extends Element>(root: Element, selector: string, type: abstract new () => T): T {
  const element = root.querySelector(selector);
  if (!(element instanceof type)) throw new Error(`pass-through.html has no ${selector}`);
  return element;
}
