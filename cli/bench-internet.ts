import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { NARROW_WIDTHS } from '../tests/checkpoint/internet-tensors.ts';
import { engineCosts, type EngineCosts } from './bench-internet/engine-costs.ts';
import { makeNetwork, takeApart } from './bench-internet/make-networks.ts';
import { countRows, networkRows, ratioRow, timeRows } from './bench-internet/tables.ts';
import { timeNetworks } from './bench-internet/time-networks.ts';
import { exportByTorch } from './bench-internet/torch-python.ts';

/** As many WebAssembly threads as the machines have cores that this runs on. */
const THREADS = 2;

/** Farther than this from PyTorch's own export, our conversion is wrong and its time worthless. */
const MAX_DIFFERENCE = 2e-3;

const OURS = 'converted by Handstream';
const TORCH = 'exported by PyTorch';
const PARTS = 'converted, in parts';
const ONE_HAND = 'converted, in parts, one hand';

export interface InternetBench {
  /** ms of each run at full width on WebAssembly, by network. */
  readonly runs: Readonly<Record<string, readonly number[]>>;
  /** Of the app's engine at full width on WebAssembly. */
  readonly wasm: EngineCosts;
  /** Of the app's engine on WebGPU, small. */
  readonly webgpu: Measured<EngineCosts>;
  readonly table: Readonly<Record<string, string>>;
}

export interface InternetBenchOptions {
  readonly rounds: number;
  /** Make a Python with PyTorch where this machine has none. */
  readonly installTorch: boolean;
}

/** InterNet at full width with random weights: against PyTorch's export, in parts, in the engine. */
export async function benchInternet(
  browser: Browser,
  appUrl: string,
  { rounds, installTorch }: InternetBenchOptions,
): Promise<InternetBench> {
  const folder = mkdtempSync(join(tmpdir(), 'handstream-bench-'));
  try {
    const { checkpoint, whole } = await makeNetwork(folder, 'full');
    const torch = await measured(() =>
      exportByTorch(checkpoint, join(folder, 'torch.onnx'), { install: installTorch }),
    );
    const { trunk, right, left } = await takeApart(folder, whole);
    const { runs, differences } = await timeNetworks(
      browser,
      {
        [OURS]: [whole],
        ...(torch.ok && { [TORCH]: [torch.value] }),
        [PARTS]: [trunk, right, left],
        [ONE_HAND]: [trunk, right],
      },
      { rounds, threads: THREADS, reference: torch.ok ? TORCH : null },
    );
    requireSame(differences);
    const wasm = await engineCosts(browser, appUrl, whole, { backend: 'wasm', runs: rounds });
    const small = await makeNetwork(folder, 'small', NARROW_WIDTHS);
    const webgpu = await measured(() =>
      engineCosts(browser, appUrl, small.whole, { backend: 'webgpu', runs: 1 }),
    );
    const table = {
      ...networkRows(runs),
      ...(torch.ok
        ? {
            ...ratioRow(`${OURS} / ${TORCH}`, runs[OURS]!, runs[TORCH]!),
            ...ratioRow(`${PARTS} / ${TORCH}`, runs[PARTS]!, runs[TORCH]!),
          }
        : { [TORCH]: torch.reason }),
      ...ratioRow(`${ONE_HAND} / both`, runs[ONE_HAND]!, runs[PARTS]!),
      ...timeRows(`engine, WASM, ${wasm.threads} threads`, wasm),
      ...(webgpu.ok
        ? countRows(`engine, WebGPU (${webgpu.value.adapter}), small network`, webgpu.value)
        : { 'engine, WebGPU': webgpu.reason }),
    };
    return { runs, wasm, webgpu, table };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What needs something that not every machine has, or why it was not measured. */
type Measured<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

async function measured<T>(measure: () => Promise<T>): Promise<Measured<T>> {
  try {
    return { ok: true, value: await measure() };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, reason: `not measured: ${message.trim().split('\n').at(-1)}` };
  }
}

/** @throws Error when our conversion and PyTorch's export give different numbers */
function requireSame(differences: Readonly<Record<string, number>>): void {
  for (const [output, difference] of Object.entries(differences)) {
    if (difference < MAX_DIFFERENCE) continue;
    throw new Error(`${output} is ${difference} from PyTorch's: the conversion is wrong`);
  }
}
