import { byId } from './by-id.ts';
import { canAskForPlace } from './record-save.ts';
import { recall, remember } from './remembered.ts';

/** What is set about recordings; remembered. */
export class RecordSwitches {
  readonly #raw = rememberedSwitch('record-raw');
  readonly #place = rememberedSwitch('record-place');

  constructor() {
    byId('record-place-field', HTMLElement).hidden = !canAskForPlace();
  }

  /** The unsmoothed joints too. */
  get raw(): boolean {
    return this.#raw.checked;
  }

  /** Whether the user wants to be asked where files go. */
  get asksForPlace(): boolean {
    return this.#place.checked;
  }
}

function rememberedSwitch(id: string): HTMLInputElement {
  const input = byId(id, HTMLInputElement);
  input.checked = recall(id) === 'on';
  input.addEventListener('change', () => remember(id, input.checked ? 'on' : undefined));
  return input;
}
