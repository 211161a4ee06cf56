import type { LivePoseFrame } from '../streams/live-pose-frame.ts';
import { byId } from './by-id.ts';
import { DrawMeter } from './draw-meter.ts';
import { FrameMeter } from './frame-meter.ts';
import { PlotsCard } from './plots-card.ts';
import { Readout, totalMs } from './readout.ts';
import type { ChoiceKind } from './source-choice.ts';
import { SpaceCard } from './space-card.ts';
import { TruthCard } from './truth-card.ts';

/** Numbers change at most this often, so that they can be read. */
const NUMBERS_EVERY_MS = 250;

/** Everything beside the picture that follows the stream: numbers, truth, 3D view, plots. */
export class Panels {
  readonly readout = new Readout();
  readonly space = new SpaceCard(byId('space', HTMLElement));
  readonly plots = new PlotsCard(byId('plots', HTMLElement));
  readonly #plotsCard = byId('plots-card', HTMLElement);
  readonly #truth = new TruthCard();
  readonly #frames = new FrameMeter();
  readonly #streamsAndOverlay = new DrawMeter();
  readonly #everything = new DrawMeter();
  readonly #page = document.documentElement.dataset;
  #count = 0;
  #numbersMs = -Infinity;

  /**
   * @param networkName of the network that joints may come from
   * @returns whether the numbers were shown anew
   */
  show(live: LivePoseFrame, networkName: string, mirrored: boolean, nowMs: number): boolean {
    this.#frames.add(nowMs);
    // For end-to-end tests to wait on.
    this.#page['frames'] = String(++this.#count);
    const fps = this.#frames.rate(nowMs);
    this.space.show(live, mirrored);
    this.plots.add(live, fps, nowMs);
    this.#truth.add(live);
    this.readout.addDropped(live.frame.skipped);
    if (nowMs - this.#numbersMs < NUMBERS_EVERY_MS) return false;
    this.#numbersMs = nowMs;
    const { displayWidth, displayHeight } = live.frame.image;
    this.readout.show(live, `${displayWidth} × ${displayHeight}`, fps);
    this.readout.showChosen(live.compared, networkName);
    this.#truth.show(live);
    this.#page['mainP95Ms'] = this.#streamsAndOverlay.p95Ms().toFixed(2);
    this.#page['allP95Ms'] = this.#everything.p95Ms().toFixed(2);
    return true;
  }

  /** How long one frame kept the main thread: its stages and its overlay, and all sinks in all. */
  addMainThread(live: LivePoseFrame, overlayMs: number, sinksMs: number): void {
    const stagesMs = totalMs(live) - (live.timings.detect ?? 0);
    this.#streamsAndOverlay.add(stagesMs + overlayMs);
    this.#everything.add(stagesMs + sinksMs);
  }

  /** Another source begins. A picture has no course to plot, only a synthetic one has a truth. */
  reset(kind: ChoiceKind): void {
    this.#frames.reset();
    this.#numbersMs = -Infinity;
    this.readout.reset();
    this.plots.reset();
    this.space.reset();
    this.#truth.reset(kind === 'synthetic');
    this.#plotsCard.hidden = kind === 'picture';
  }
}
