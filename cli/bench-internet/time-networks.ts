import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { InferenceSession, Tensor } from 'onnxruntime-web';
import type { Browser } from 'playwright-core';
import { serveFiles } from './serve-files.ts';

/** What is timed: ONNX files, each fed with the image and with outputs of the files before it. */
export type Networks = Readonly<Record<string, readonly string[]>>;

export interface NetworkTimings {
  /** ms of each run, by network. */
  readonly runs: Readonly<Record<string, readonly number[]>>;
  /** By output: how far the first network's farthest value is from the reference's; empty without one. */
  readonly differences: Readonly<Record<string, number>>;
}

export interface TimingOptions {
  readonly rounds: number;
  /** Of WebAssembly. */
  readonly threads: number;
  /** The network that the first one's outputs are compared with. */
  readonly reference: string | null;
}

const ORT = dirname(createRequire(import.meta.url).resolve('onnxruntime-web'));

/**
 * Times networks on WebAssembly in a cross-origin isolated page; in turn, so that what else the
 * machine does meets them all alike.
 */
export async function timeNetworks(
  browser: Browser,
  networks: Networks,
  options: TimingOptions,
): Promise<NetworkTimings> {
  const files = [...new Set(Object.values(networks).flat())];
  const server = await serveFiles((name) => files[Number(name)] ?? join(ORT, name));
  const page = await browser.newPage();
  try {
    await page.goto(server.url);
    const inPage = Object.entries(networks).map(
      ([name, paths]) => [name, paths.map((path) => files.indexOf(path))] as const,
    );
    return await page.evaluate(timeInPage, { ...options, networks: inPage });
  } finally {
    await page.close();
    await server.close();
  }
}

interface InPage extends TimingOptions {
  /** Files by the number they are served under. */
  readonly networks: readonly (readonly [name: string, files: readonly number[]])[];
}

async function timeInPage({
  networks,
  rounds,
  threads,
  reference,
}: InPage): Promise<NetworkTimings> {
  const ortPath = '/ort.wasm.min.mjs';
  const ort = (await import(ortPath)) as typeof import('onnxruntime-web');
  ort.env.wasm.numThreads = threads;
  ort.env.wasm.wasmPaths = `${location.origin}/`;
  const sessions = new Map<number, InferenceSession>();
  for (const file of new Set(networks.flatMap(([, files]) => files)))
    sessions.set(file, await ort.InferenceSession.create(`/${file}`));

  // Noise, the same in every run: the generator of Numerical Recipes.
  let state = 12345;
  const pixels = Float32Array.from({ length: 3 * 256 * 256 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 24) / 255;
  });
  const image = new ort.Tensor('float32', pixels, [1, 3, 256, 256]);

  const runs: Record<string, number[]> = Object.fromEntries(networks.map(([name]) => [name, []]));
  const outputs: Record<string, Record<string, Tensor>> = {};
  for (let round = 0; round <= rounds; round++) {
    for (const [name, files] of round % 2 ? networks.toReversed() : networks) {
      const given: Record<string, Tensor> = {};
      const start = performance.now();
      for (const file of files) {
        const session = sessions.get(file)!;
        const feeds = session.inputNames.map((input) => [input, given[input] ?? image]);
        Object.assign(given, await session.run(Object.fromEntries(feeds)));
      }
      // The first round warms up.
      if (round > 0) runs[name]!.push(performance.now() - start);
      else outputs[name] = given;
    }
  }

  const differences: Record<string, number> = {};
  const first = outputs[networks[0]![0]]!;
  for (const [output, { data }] of Object.entries(reference ? outputs[reference]! : {})) {
    const [a, b] = [first[output]!.data, data] as Float32Array[];
    differences[output] = a!.reduce(
      (most, value, i) => Math.max(most, Math.abs(value - b![i]!)),
      0,
    );
  }
  return { runs, differences };
}
