import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { liteCosts, type LiteCosts, type LiteRun } from './bench-internet/lite-costs.ts';
import { percentile, spread } from './percentile.ts';

/** Inferences of each kind. */
const ROUNDS = 200;

export interface LiteBench {
  /** Null where the model is missing. */
  readonly costs: LiteCosts | null;
  readonly table: Readonly<Record<string, string>>;
}

/**
 * InterNet-Lite in the app's engine on WebAssembly.
 * @param model its ONNX file
 */
export async function benchLite(
  browser: Browser,
  appUrl: string,
  model: string,
): Promise<LiteBench> {
  if (!existsSync(model)) {
    return { costs: null, table: { 'not measured': `there is no ${model}` } };
  }
  const costs = await liteCosts(browser, appUrl, model, ROUNDS);
  const title = (crops: string) => `${crops}, WASM, ${costs.threads} threads`;
  return {
    costs,
    table: { [title('one crop')]: row(costs.oneCrop), [title('two crops')]: row(costs.twoCrops) },
  };
}

/** Inferences a second, and where their time goes. */
function row(runs: readonly LiteRun[]): string {
  const ms = (of: (run: LiteRun) => number) => spread(runs.map(of));
  const whole = runs.map(({ wholeMs }) => wholeMs);
  const perSecond = 1000 / percentile(whole, 0.5);
  return [
    `${perSecond.toFixed(1)} a second, ${spread(whole)} ms`,
    `crop and prior ${ms((run) => run.cropMs)}`,
    `network ${ms((run) => run.networkMs)}`,
    `decode ${ms((run) => run.decodeMs)}`,
  ].join(', ');
}
