import type { PassThroughLook } from '../render/pass-through-view.ts';
import { LOOK_RANGES, type LookNumber } from './pass-through-look.ts';

const LOOK_NUMBERS = ['ipdMm', 'fovDegrees', 'pictureMm'] as const satisfies readonly LookNumber[];

/** The settings of the pass-through view as its bar shows them. */
export class PassThroughForm {
  readonly #form: HTMLFormElement;
  readonly #mono: HTMLInputElement;
  readonly #stereo: HTMLInputElement;
  readonly #mirrored: HTMLInputElement;
  readonly #numbers: Readonly<Record<LookNumber, HTMLInputElement>>;

  /**
   * @param form of pass-through.html
   * @param changed called after each change
   */
  constructor(form: HTMLFormElement, look: PassThroughLook, changed: () => void) {
    this.#form = form;
    this.#mono = this.#input('[value=mono]');
    this.#stereo = this.#input('[value=stereo]');
    this.#mirrored = this.#input('[name=mirrored]');
    this.#numbers = {
      ipdMm: this.#input('[name=ipdMm]'),
      fovDegrees: this.#input('[name=fovDegrees]'),
      pictureMm: this.#input('[name=pictureMm]'),
    };
    (look.layout === 'stereo' ? this.#stereo : this.#mono).checked = true;
    this.#mirrored.checked = look.mirrored;
    for (const name of LOOK_NUMBERS) {
      const { min, max } = LOOK_RANGES[name];
      Object.assign(this.#numbers[name], { min, max, value: look[name] });
    }
    form.addEventListener('input', () => {
      this.#show();
      changed();
    });
    this.#show();
  }

  get look(): PassThroughLook {
    const { ipdMm, fovDegrees, pictureMm } = this.#numbers;
    return {
      layout: this.#stereo.checked ? 'stereo' : 'mono',
      mirrored: this.#mirrored.checked,
      ipdMm: ipdMm.valueAsNumber,
      fovDegrees: fovDegrees.valueAsNumber,
      pictureMm: pictureMm.valueAsNumber,
    };
  }

  flipLayout(): void {
    (this.#stereo.checked ? this.#mono : this.#stereo).click();
  }

  flipMirrored(): void {
    this.#mirrored.click();
  }

  #show(): void {
    const { layout, ipdMm, fovDegrees, pictureMm } = this.look;
    const dials = this.#form.querySelector('fieldset[name=stereo]');
    dials?.toggleAttribute('hidden', layout === 'mono');
    const words = {
      ipdMm: `${ipdMm} mm`,
      fovDegrees: `${fovDegrees}°`,
      pictureMm: `${(pictureMm / 1000).toFixed(2)} m`,
    };
    for (const name of LOOK_NUMBERS) {
      const input = this.#numbers[name];
      input.setAttribute('aria-valuetext', words[name]);
      input.closest('label')?.querySelector('output')?.replaceChildren(words[name]);
    }
  }

  #input(selector: string): HTMLInputElement {
    const input = this.#form.querySelector<HTMLInputElement>(`input${selector}`);
    if (!input) throw new Error(`pass-through.html has no input${selector}`);
    return input;
  }
}
