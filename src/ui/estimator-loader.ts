import type { PoseStreamEstimator } from '../recording/pose-stream.ts';
import { internetEstimator, type InternetEstimator } from '../streams/internet-estimator.ts';
import { SwitchedEstimator } from '../streams/switched-estimator.ts';
import { landmarkerDigest } from '../workers/landmarker-digest.ts';
import type { OpenedInternet } from '../workers/open-internet.ts';
import { LITE_NAME } from '../workers/open-lite.ts';
import { describeError } from './describe-error.ts';
import { AUTO, LANDMARKER, type ModelChoice } from './model-choice.ts';
import type { ModelsCard } from './models-card.ts';
import { networkOffer, type NetworkOffer } from './network-offer.ts';
import type { Notices } from './notices.ts';
import { pageEstimator } from './page-estimator.ts';

/** A network in its worker. */
interface Running {
  readonly id: string;
  readonly name: string;
  readonly engine: OpenedInternet;
  readonly estimator: InternetEstimator;
  readonly digest: NetworkOffer['digest'];
}

/** What finds the joints, as recordings say it, and what `making` was of which that is true. */
export interface RecordedEstimator {
  readonly estimator: PoseStreamEstimator;
  readonly making: string;
}

export interface EstimatorEvents {
  /** Another estimator is on; where no frame will come, the last one is to be run again. */
  readonly onChanged: () => void;
  /** There is nothing to compare the landmarks with. */
  readonly onNothingToCompare: () => void;
}

/**
 * The page's estimator: what was chosen in the model card, and what it is compared with. Networks
 * run in workers; what ran before goes on until the next is warm.
 */
export class EstimatorLoader {
  readonly estimator = new SwitchedEstimator();
  readonly #models: ModelsCard;
  readonly #notices: Notices;
  readonly #events: EstimatorEvents;
  #choice: ModelChoice = { id: LANDMARKER };
  #compare = false;
  #running: Running | null = null;
  /** Ends what is being opened, should another choice overtake it; null: nothing is. */
  #opening: AbortController | null = null;
  #updated: Promise<void> = Promise.resolve();

  constructor(models: ModelsCard, notices: Notices, events: EstimatorEvents) {
    this.#models = models;
    this.#notices = notices;
    this.#events = events;
    models.onChoose((choice) => {
      this.#choice = choice;
      this.#updated = this.#update();
    });
  }

  /** Shows both estimators at once, or no longer. */
  compare(compare: boolean): void {
    if (compare === this.#compare) return;
    this.#compare = compare;
    // `auto` asks for it with each frame; made anew it would forget what it follows.
    if (this.#choice.id !== AUTO) this.#updated = this.#update();
  }

  /** What the network is called that runs, or would. */
  get networkName(): string {
    return this.#running?.name ?? LITE_NAME;
  }

  /** Names what finds the joints just now. */
  get making(): string {
    return [this.#choice.id, this.estimator.id, this.estimator.backend].join(' ');
  }

  /** What finds the joints, as recordings say it; waits for a network that is being opened. */
  async recorded(): Promise<RecordedEstimator> {
    while (this.#opening) await this.#updated;
    const { making } = this;
    const { id, backend } = this.estimator;
    const digest = id === LANDMARKER ? landmarkerDigest : this.#running?.digest;
    const sha256 = (await digest?.().catch(() => null)) ?? null;
    // A digest takes a while, in which another may have been chosen.
    if (making !== this.making) return this.recorded();
    return { estimator: { id, sha256, backend }, making };
  }

  /** Says how the network runs; called as often as numbers can be read. */
  showRunning(): void {
    if (this.#opening) return;
    const running = this.#running;
    this.#models.engine.show(running && { name: running.name, state: running.engine.state });
    const cost = running?.estimator.cost;
    if (cost) this.#models.engine.showCost(cost);
  }

  /** The network cannot be had, or cannot go on: the landmarks do, and a notice says so. */
  fail(error: unknown): void {
    const { what } = describeError(error);
    const todo = 'The detector’s landmarks go on alone; choose it again to try once more.';
    this.#notices.show({ what, todo });
    this.#events.onNothingToCompare();
    this.#models.fallBack();
  }

  async #update(): Promise<void> {
    this.#opening?.abort();
    const opening = (this.#opening = new AbortController());
    const { signal } = opening;
    try {
      const offer = networkOffer(this.#choice, this.#compare, (...kept) =>
        this.#models.keepAnswer(...kept),
      );
      const running = offer && (await this.#run(offer, signal));
      if (signal.aborted) {
        if (running !== this.#running) running?.engine[Symbol.dispose]();
        return;
      }
      await this.#use(running);
    } catch (error) {
      if (!signal.aborted) this.fail(error);
    } finally {
      if (this.#opening === opening) {
        this.#opening = null;
        this.showRunning();
      }
    }
  }

  /** @throws InternetFailure, or the signal's reason */
  async #run(offer: NetworkOffer, signal: AbortSignal): Promise<Running> {
    const { id, name } = offer;
    if (this.#running?.id === id) return this.#running;
    const engine = await offer.open({
      onProgress: (fraction, doing) => {
        if (!signal.aborted) this.#models.engine.showLoading(fraction, `${name}: ${doing}`);
      },
      signal,
    });
    return { id, name, engine, estimator: internetEstimator(engine, name), digest: offer.digest };
  }

  async #use(running: Running | null): Promise<void> {
    const former = this.#running;
    this.#running = running;
    const next = pageEstimator(this.#choice, running?.estimator ?? null, {
      compare: () => this.#compare,
      onInternetLost: (failure) => this.fail(failure),
    });
    const replaced = this.estimator.use(next);
    this.#events.onChanged();
    await replaced;
    if (former !== running) former?.engine[Symbol.dispose]();
  }
}
