import type { EngineState, InferenceCost } from '../workers/internet-engine.ts';
import { byId } from './by-id.ts';
import { costWords, engineWords } from './engine-words.ts';
import { ProgressLine } from './progress-line.ts';
import { setText } from './set-text.ts';

/** How the chosen network loads and runs, under the list of models. */
export class EngineStatus {
  readonly #words = byId('engine', HTMLElement);
  readonly #cost = byId('engine-cost', HTMLElement);
  readonly #loading = new ProgressLine(
    byId('engine-load', HTMLElement),
    byId('engine-load-label', HTMLElement),
    byId('engine-progress', HTMLElement),
  );

  /**
   * The network is being made ready.
   * @param fraction 0..1, or null where nobody knows how long it takes
   */
  showLoading(fraction: number | null, doing: string): void {
    this.#loading.show(doing, fraction);
  }

  /** This network runs so, or none does. */
  show(running: { readonly name: string; readonly state: EngineState } | null): void {
    this.#loading.hide();
    setText(this.#words, running ? engineWords(running.name, running.state) : '');
    if (!running) setText(this.#cost, '');
  }

  /** Where the last inference's time went; the caller shows numbers no oftener than they can be read. */
  showCost(cost: InferenceCost): void {
    setText(this.#cost, costWords(cost));
  }
}
