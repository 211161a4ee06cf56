import { internetEstimator, type InternetEstimator } from '../streams/internet-estimator.ts';
import type { PoseEstimator } from '../streams/pose-estimator.ts';
import type { CheckUpAnswer } from '../workers/internet-check-up.ts';
import { openInternet, type OpenedInternet } from '../workers/open-internet.ts';
import { describeError } from './describe-error.ts';
import { LANDMARKER, type ModelChoice, type ModelsCard } from './models-card.ts';
import type { Notices } from './notices.ts';

/** A network in its worker, as the pipeline sees it. */
interface Running {
  readonly engine: OpenedInternet;
  readonly estimator: InternetEstimator;
}

/**
 * The page's estimator: the detector's landmarks, or the network chosen in the model card, in its
 * worker. What ran before goes on until the next is warm.
 */
export class EstimatorLoader {
  readonly #models: ModelsCard;
  readonly #notices: Notices;
  readonly #changed: () => void;
  #running: Running | null = null;
  /** Ends what is being opened, should another choice overtake it; null: nothing is. */
  #opening: AbortController | null = null;

  /** @param changed the pipeline is to be run anew with `current`; the last one ends when it returns */
  constructor(models: ModelsCard, notices: Notices, changed: () => void) {
    this.#models = models;
    this.#notices = notices;
    this.#changed = changed;
    models.onChoose((choice) => void this.#choose(choice));
  }

  /** What the pipeline is to run with; undefined: the detector's landmarks. */
  get current(): PoseEstimator | undefined {
    return this.#running?.estimator;
  }

  /** Says how the network runs; called as often as numbers can be read. */
  showRunning(): void {
    if (this.#opening) return;
    this.#models.engine.show(this.#running?.engine.state ?? null);
    const cost = this.#running?.estimator.cost;
    if (cost) this.#models.engine.showCost(cost);
  }

  async #choose(choice: ModelChoice): Promise<void> {
    this.#opening?.abort();
    const opening = (this.#opening = new AbortController());
    const { signal } = opening;
    try {
      const running = 'model' in choice ? await this.#open(choice, signal) : null;
      if (signal.aborted) return running?.engine[Symbol.dispose]();
      const former = this.#running;
      this.#running = running;
      this.#changed();
      former?.engine[Symbol.dispose]();
    } catch (error) {
      if (signal.aborted) return;
      this.#notices.show(describeError(error));
      await this.#models.choose(LANDMARKER);
    } finally {
      if (this.#opening === opening) {
        this.#opening = null;
        this.showRunning();
      }
    }
  }

  /** @throws InternetFailure, or the signal's reason */
  async #open(
    { model, file }: Extract<ModelChoice, { model: unknown }>,
    signal: AbortSignal,
  ): Promise<Running> {
    const { id, name } = model;
    const known = isAnswer(model.answer) ? model.answer : null;
    const engine = await openInternet({
      model: file,
      name,
      ...(known && { knownAnswer: known }),
      onProgress: (fraction, doing) => {
        if (!signal.aborted) this.#models.engine.showLoading(fraction, doing);
      },
      signal,
    });
    const { answer } = engine;
    if (answer && answer !== known) {
      // Not kept, it is computed again the next time.
      await this.#models.keepAnswer(id, answer).catch(console.warn);
    }
    return { engine, estimator: internetEstimator(engine, name) };
  }
}

/** Kept by this very class; an answer to another version's check-up is refused by its name. */
function isAnswer(value: unknown): value is CheckUpAnswer {
  return typeof value === 'object' && value !== null && 'picture' in value;
}
