import type { StoredModel } from '../models/stored-model.ts';
import { nameInAddress } from '../workers/download.ts';
import { ImportFailure } from '../workers/import-failure.ts';
import type { ImportStep } from '../workers/import-job.ts';
import { byId } from './by-id.ts';
import { describeError } from './describe-error.ts';
import type { ModelShelf } from './model-shelf.ts';
import type { Notices } from './notices.ts';
import { ProgressLine } from './progress-line.ts';

const DOING: Readonly<Record<ImportStep, string>> = {
  downloading: 'Downloading',
  converting: 'Converting',
  copying: 'Copying',
};

/** How models come in: the file picker and the address, with what is set beside them. */
export class ModelImports {
  readonly #pick = byId('add-model', HTMLButtonElement);
  readonly #fetch = byId('fetch-model', HTMLButtonElement);
  readonly #leftFirst = byId('left-first', HTMLInputElement);
  readonly #half = byId('half', HTMLInputElement);
  readonly #line = byId('import-line', HTMLElement);
  readonly #progress = new ProgressLine(
    this.#line,
    byId('import-label', HTMLElement),
    byId('import-progress', HTMLElement),
  );
  readonly #shelf: Promise<ModelShelf>;
  readonly #notices: Notices;
  readonly #added: (model: StoredModel) => void;
  #running: AbortController | null = null;

  /** @param added called with each model that has come in */
  constructor(shelf: Promise<ModelShelf>, notices: Notices, added: (model: StoredModel) => void) {
    this.#shelf = shelf;
    this.#notices = notices;
    this.#added = added;
    this.#takeFiles(byId('model-file', HTMLInputElement));
    this.#takeAddresses(byId('model-address', HTMLInputElement));
    byId('import-cancel', HTMLButtonElement).addEventListener('click', () => this.#cancel());
  }

  /**
   * Brings a model in, one at a time; what goes wrong is said in a notice.
   * @param from a file, or the http(s) address of one
   */
  async add(from: File | string): Promise<void> {
    if (this.#running) {
      return this.#notices.show({
        what: 'Another model is still being added.',
        todo: 'Wait until it is there, or cancel it.',
      });
    }
    this.#notices.clear();
    this.#running = new AbortController();
    const model = await this.#bringIn(from, this.#running.signal)
      .catch((error: unknown) => this.#complain(error))
      .finally(() => this.#settle());
    if (model) this.#added(model);
  }

  async #bringIn(from: File | string, signal: AbortSignal): Promise<StoredModel> {
    const name = typeof from === 'string' ? nameInAddress(from) : from.name;
    const onProgress = (step: ImportStep, fraction: number | null) => {
      if (!signal.aborted) this.#progress.show(`${DOING[step]} ${name}…`, fraction);
    };
    this.#setBusy(true);
    onProgress(typeof from === 'string' ? 'downloading' : 'copying', null);
    this.#line.scrollIntoView({ block: 'nearest' });
    const shelf = await this.#shelf;
    const offer = { from, half: this.#half.checked, leftFirst: this.#leftFirst.checked };
    return shelf.add(offer, { onProgress, signal });
  }

  #cancel(): void {
    this.#running?.abort();
    this.#progress.show('Cancelling…', null);
  }

  #complain(error: unknown): void {
    const cancelled = error instanceof ImportFailure && error.problem.type === 'cancelled';
    if (!cancelled) this.#notices.show(describeError(error));
  }

  #settle(): void {
    this.#running = null;
    this.#setBusy(false);
    this.#progress.hide();
  }

  #setBusy(busy: boolean): void {
    this.#pick.disabled = busy;
    this.#fetch.disabled = busy;
  }

  #takeFiles(input: HTMLInputElement): void {
    this.#pick.addEventListener('click', () => input.click());
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      if (file) void this.add(file);
      // The same file may be chosen again.
      input.value = '';
    });
  }

  #takeAddresses(input: HTMLInputElement): void {
    byId('address-form', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      void this.add(input.value.trim());
    });
  }
}
