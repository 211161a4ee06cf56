import { byId } from './by-id.ts';
import { canAskForPlace } from './record-save.ts';
import { recall, remember } from './remembered.ts';

/** What is set about recordings; remembered. */
export class RecordSwitches {
  readonly #raw = rememberedSwitch('record-raw');
  readonly #video = rememberedSwitch('record-video');
  readonly #place = rememberedSwitch('record-place');

  constructor() {
    byId('record-place-field', HTMLElement).hidden = !canAskForPlace();
  }

  /** The unsmoothed joints too. */
  get raw(): boolean {
    return this.#raw.checked;
  }

  /** The pictures too. */
  get video(): boolean {
    return this.#video.checked;
  }

  /** Whether the user wants to be asked where files go, and can be. */
  get asksForPlace(): boolean {
    return this.#place.checked && canAskForPlace();
  }
}

function rememberedSwitch(id: string): HTMLInputElement {
  const input = byId(id, HTMLInputElement);
  input.checked = recall(id) === 'on';
  input.addEventListener('change', () => remember(id, input.checked ? 'on' : undefined));
  return input;
}
