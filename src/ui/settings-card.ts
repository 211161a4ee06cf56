import { byId } from './by-id.ts';
import { mirroredByDefault, type ChoiceKind } from './source-choice.ts';

export type SwitchName = 'mirror' | 'smoothing' | 'boxes' | 'raw' | 'compare';

/** The settings card: what is shown at once, and what the pipeline is built with. */
export class SettingsCard {
  readonly #switches: Readonly<Record<SwitchName, HTMLInputElement>>;
  readonly #fov = byId('fov', HTMLInputElement);
  /** A mirror choice holds for its kind of source only. */
  readonly #mirrored = new Map<ChoiceKind, boolean>();
  #kind: ChoiceKind = 'synthetic';

  /**
   * @param viewChanged the picture is to be shown differently
   * @param pipelineChanged smoothing or the field of view changed
   * @param compareChanged both estimators are to be seen at once, or no longer
   */
  constructor(viewChanged: () => void, pipelineChanged: () => void, compareChanged: () => void) {
    this.#switches = {
      mirror: byId('mirror', HTMLInputElement),
      smoothing: byId('smoothing', HTMLInputElement),
      boxes: byId('boxes', HTMLInputElement),
      raw: byId('raw', HTMLInputElement),
      compare: byId('compare', HTMLInputElement),
    };
    const { mirror, smoothing, boxes, raw, compare } = this.#switches;
    mirror.addEventListener('change', () => {
      this.#mirrored.set(this.#kind, mirror.checked);
      viewChanged();
    });
    boxes.addEventListener('change', viewChanged);
    raw.addEventListener('change', viewChanged);
    compare.addEventListener('change', () => {
      viewChanged();
      compareChanged();
    });
    smoothing.addEventListener('change', pipelineChanged);
    this.#fov.addEventListener('change', () => {
      if (this.#fov.reportValidity()) pipelineChanged();
    });
  }

  get mirrored(): boolean {
    return this.#switches.mirror.checked;
  }

  get boxes(): boolean {
    return this.#switches.boxes.checked;
  }

  get raw(): boolean {
    return this.#switches.raw.checked;
  }

  get compare(): boolean {
    return this.#switches.compare.checked;
  }

  get smoothing(): boolean {
    return this.#switches.smoothing.checked;
  }

  /** Degrees across the picture, or null where the user gave none. */
  get horizontalFovDegrees(): number | null {
    const { value, valueAsNumber, validity } = this.#fov;
    return value !== '' && validity.valid ? valueAsNumber : null;
  }

  /** Which kind of source is on: its mirror choice is shown. How a replay was made is past changing. */
  showFor(kind: ChoiceKind): void {
    this.#kind = kind;
    this.#switches.smoothing.disabled = this.#fov.disabled = kind === 'replay';
    this.#switches.mirror.checked = this.#mirrored.get(kind) ?? mirroredByDefault(kind);
  }

  /** There is nothing to compare with. */
  endCompare(): void {
    if (this.compare) this.flip('compare');
  }

  flip(name: SwitchName): void {
    this.#switches[name].click();
  }
}
