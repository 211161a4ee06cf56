import type { LinePlot } from '../render/line-plot.ts';
import { SampleWindow } from '../render/sample-window.ts';
import type { LivePoseFrame } from '../streams/live-pose-frame.ts';
import { cssColour } from './css-colour.ts';
import { PLOTS, type PlotSpec } from './plot-specs.ts';
import { Visibility } from './visibility.ts';

/** Seconds across each plot, and how many samples that is at the most (30 a second). */
const SPAN_S = 20;
const CAPACITY = 30 * SPAN_S;
const SAMPLE_EVERY_S = SPAN_S / CAPACITY;
/** One plot is redrawn at a time, so that no frame pays for all: each comes round every 240 ms. */
const REDRAW_EVERY_MS = 60;

/** The live plots: fixed windows of samples; uPlot is loaded when they are first seen. */
export class PlotsCard {
  readonly #place: HTMLElement;
  readonly #visibility: Visibility;
  readonly #windows = PLOTS.map(
    ({ lines }) => new SampleWindow(lines.length, CAPACITY, SAMPLE_EVERY_S),
  );
  #plots: readonly LinePlot[] = [];
  #colours = new Map<string, string>();
  #loading = false;
  #lastSampleS = -Infinity;
  #lastRedrawMs = -Infinity;
  #next = 0;

  constructor(place: HTMLElement) {
    this.#place = place;
    this.recolour();
    this.#visibility = new Visibility(place, (visible) => {
      if (!visible || this.#loading) return;
      this.#load().catch((error: unknown) => {
        console.error(error);
        place.textContent = 'The plots could not be loaded; reload the page to try again.';
      });
    });
  }

  /** Takes one frame's values, at most thirty a second of its own time. */
  add(live: LivePoseFrame, fps: number, nowMs: number): void {
    const seconds = live.time / 1000;
    if (seconds < this.#lastSampleS || seconds - this.#lastSampleS >= SAMPLE_EVERY_S * 0.9) {
      this.#lastSampleS = seconds;
      for (const [at, { sample }] of PLOTS.entries()) {
        this.#windows[at]!.push(seconds, sample(live, fps));
      }
    }
    if (nowMs - this.#lastRedrawMs < REDRAW_EVERY_MS || !this.#visibility.visible) return;
    this.#lastRedrawMs = nowMs;
    this.#plots[this.#next++ % PLOTS.length]?.redraw();
  }

  /** Another source: its time starts anew. */
  reset(): void {
    this.#lastSampleS = -Infinity;
    for (const window of this.#windows) window.clear();
    this.#redraw();
  }

  /** The theme changed. */
  recolour(): void {
    const tokens = new Set(PLOTS.flatMap(({ lines }) => lines.map(({ token }) => token)));
    for (const token of [...tokens, '--soft', '--line'] as const) {
      this.#colours.set(token, cssColour(token));
    }
    this.#redraw();
  }

  #redraw(): void {
    for (const plot of this.#plots) plot.redraw();
  }

  async #load(): Promise<void> {
    this.#loading = true;
    // Not before: a bar that moves unseen keeps the whole page drawing.
    this.#place.querySelector('[role=progressbar]')?.toggleAttribute('data-indeterminate', true);
    const { LinePlot } = await import('../render/line-plot.ts');
    this.#place.replaceChildren();
    this.#plots = PLOTS.map((spec, at) => {
      const figure = figureOf(spec);
      this.#place.append(figure);
      const colourOf = (token: string) => () => this.#colours.get(token)!;
      return new LinePlot(figure, this.#windows[at]!, {
        lines: spec.lines.map(({ label, token }) => ({ label, colour: colourOf(token) })),
        ink: colourOf('--soft'),
        grid: colourOf('--line'),
        span: SPAN_S,
        atLeast: spec.atLeast,
        height: 104,
      });
    });
  }
}

function figureOf({ title, unit, lines }: PlotSpec): HTMLElement {
  const figure = document.createElement('div');
  figure.className = 'plot';
  figure.setAttribute('role', 'img');
  figure.setAttribute('aria-label', `Plot: ${title}, ${unit}`);
  const head = document.createElement('div');
  head.className = 'plot-head';
  const heading = document.createElement('h3');
  const small = document.createElement('small');
  small.textContent = ` ${unit}`;
  heading.append(title, small);
  const legend = document.createElement('span');
  legend.className = 'plot-legend';
  for (const { label, token } of lines.length > 1 ? lines : []) {
    const entry = document.createElement('span');
    const swatch = document.createElement('i');
    swatch.style.setProperty('--swatch', `var(${token})`);
    entry.append(swatch, label);
    legend.append(entry);
  }
  head.append(heading, legend);
  figure.append(head);
  return figure;
}
