import type { InferenceCost } from '../../src/workers/internet-engine.ts';
import { percentile, spread } from '../percentile.ts';
import type { EngineCosts } from './engine-costs.ts';

type Rows = Readonly<Record<string, string>>;

const HANDS = { both: 'both hands', one: 'one hand', none: 'no hand' } as const;

/** Seconds a frame, by network. */
export function networkRows(runs: Readonly<Record<string, readonly number[]>>): Rows {
  return Object.fromEntries(
    Object.entries(runs).map(([name, ms]) => [
      `full width, ${name} (s)`,
      spread(ms.map((each) => each / 1000)),
    ]),
  );
}

/** How the first network's time compares with the second's, by the runs that stood side by side. */
export function ratioRow(title: string, first: readonly number[], second: readonly number[]): Rows {
  const ratios = first.map((ms, round) => ms / second[round]!);
  return { [title]: spread(ratios) };
}

/** Where the time goes in the app's engine, ms. */
export function timeRows(title: string, costs: EngineCosts): Rows {
  return rows(title, costs, (runs) => {
    const ms = (of: (cost: InferenceCost) => number) => spread(runs.map(of));
    const share = runs.map((cost) => (100 * cost.decodeMs) / totalMs(cost));
    return [
      `crop ${ms((cost) => cost.cropMs)}`,
      `network ${ms((cost) => cost.networkMs)}`,
      `decode ${ms((cost) => cost.decodeMs)} (${percentile(share, 0.5).toFixed(1)} % of it all)`,
    ].join(', ');
  });
}

/** What our own GPU kernels do in one run. */
export function countRows(title: string, costs: EngineCosts): Rows {
  return rows(title, costs, (runs) => {
    const { dispatches, bytesReadBack } = runs.at(-1)!;
    return `${dispatches} dispatches of our own, ${bytesReadBack} bytes read back`;
  });
}

function rows(
  title: string,
  costs: EngineCosts,
  describe: (runs: readonly InferenceCost[]) => string,
): Rows {
  return Object.fromEntries(
    (['both', 'one', 'none'] as const).map((hands) => [
      `${title}, ${HANDS[hands]}`,
      describe(costs[hands]),
    ]),
  );
}

function totalMs({ cropMs, networkMs, decodeMs }: InferenceCost): number {
  return cropMs + networkMs + decodeMs;
}
