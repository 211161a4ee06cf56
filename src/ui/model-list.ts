import type { StorageProblem } from '../models/storage-failure.ts';
import type { StoredModel } from '../models/stored-model.ts';
import { byId } from './by-id.ts';
import { modelRow } from './model-row.ts';

export interface ModelListEvents {
  readonly onChoose: (id: string) => void;
  readonly onRemove: (model: StoredModel) => void;
}

/** The radio buttons of the model card: what is built in, and the stored models. */
export class ModelList {
  readonly #list = byId('models', HTMLElement);
  readonly #stored = byId('stored-models', HTMLElement);
  readonly #events: ModelListEvents;

  constructor(events: ModelListEvents) {
    this.#events = events;
    this.#list.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement) events.onChoose(target.value);
    });
  }

  /** @param whyNotKept why a model is gone when the tab closes; null where it is kept */
  show(
    models: readonly StoredModel[],
    whyNotKept: (id: string) => StorageProblem | null,
    chosen: string | null,
  ): void {
    const focused = this.#list.contains(document.activeElement);
    const rows = models.map((model) =>
      modelRow(model, whyNotKept(model.id), () => this.#events.onRemove(model)),
    );
    this.#stored.replaceChildren(...rows);
    this.check(chosen);
    // The row that had the focus may be gone.
    if (focused) this.#list.querySelector<HTMLElement>(':checked')?.focus();
  }

  /** Shows which model is on. */
  check(chosen: string | null): void {
    for (const radio of this.#list.querySelectorAll<HTMLInputElement>('input[type=radio]')) {
      radio.checked = radio.value === chosen;
    }
  }
}
