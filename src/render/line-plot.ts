import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { SampleWindow } from './sample-window.ts';

/** One line of a plot; the colour is asked for at each redraw, so that a theme can change it. */
export interface PlotLine {
  readonly label: string;
  readonly colour: () => string;
}

export interface LinePlotOptions {
  readonly lines: readonly PlotLine[];
  /** Colour of ticks and grid, asked for at each redraw. */
  readonly ink: () => string;
  readonly grid: () => string;
  /** Seconds across. */
  readonly span: number;
  /** The y axis spans at least this much. */
  readonly atLeast: readonly [low: number, high: number];
  readonly height: number;
}

const FONT = '11px system-ui, sans-serif';

/** One small live plot over a SampleWindow. Dispose it to free its canvas and listeners. */
export class LinePlot implements Disposable {
  readonly #plot: uPlot;
  readonly #window: SampleWindow;
  readonly #resized: ResizeObserver;

  constructor(container: HTMLElement, window: SampleWindow, options: LinePlotOptions) {
    this.#window = window;
    this.#plot = new uPlot(plotOptions(container, options), this.#data(), container);
    this.#resized = new ResizeObserver(() => {
      const width = container.clientWidth;
      if (width > 0 && width !== this.#plot.width) {
        this.#plot.setSize({ width, height: options.height });
      }
    });
    this.#resized.observe(container);
  }

  /** Draws what the window holds now. */
  redraw(): void {
    this.#plot.setData(this.#data());
  }

  #data(): uPlot.AlignedData {
    return [this.#window.seconds, ...this.#window.series];
  }

  [Symbol.dispose](): void {
    this.#resized.disconnect();
    this.#plot.destroy();
  }
}

function plotOptions(container: HTMLElement, options: LinePlotOptions): uPlot.Options {
  const { lines, ink, grid, span, atLeast, height } = options;
  const axis: uPlot.Axis = {
    stroke: ink,
    font: FONT,
    grid: { stroke: grid, width: 1 },
    ticks: { show: false },
  };
  return {
    width: container.clientWidth || 300,
    height,
    padding: [6, 14, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: (_plot, _min, max) => [max - span, max] },
      y: {
        range: (_plot, min, max) => {
          const low = Math.min(atLeast[0], Number.isFinite(min) ? min : atLeast[0]);
          const high = Math.max(atLeast[1], Number.isFinite(max) ? max : atLeast[1]);
          const room = (high - low) * 0.06;
          return [low === 0 ? low : low - room, high + room];
        },
      },
    },
    axes: [
      {
        ...axis,
        size: 26,
        gap: 7,
        space: 60,
        // Whole seconds before now: the clock itself says nothing to a reader.
        splits: (_plot, _index, min, max) => everyFive(min, max),
        values: (plot, splits) => splits.map((at) => ago(plot.scales.x!.max! - at)),
      },
      { ...axis, size: 40, gap: 4, space: 26 },
    ],
    series: [
      {},
      ...lines.map(({ label, colour }) => ({
        label,
        stroke: colour,
        width: 1.5,
        points: { show: false },
        spanGaps: false,
      })),
    ],
  };
}

function ago(seconds: number): string {
  return seconds < 1 ? 'now' : `−${Math.round(seconds)} s`;
}

/** Tick places 0, 5, 10 … s before the newest sample; none at the left edge. */
function everyFive(min: number, max: number): number[] {
  const places: number[] = [];
  for (let at = max; at > min + 1; at -= 5) places.push(at);
  return places.reverse();
}
