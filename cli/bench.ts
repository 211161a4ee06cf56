import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { serveApp } from './app.ts';
import { benchInternet } from './bench-internet.ts';
import { benchLite } from './bench-lite.ts';
import { benchMainThread } from './bench-main-thread.ts';
import { benchPipeline } from './bench-pipeline.ts';
import { launchChromium } from './chromium.ts';
import { runCommand } from './run-command.ts';

const SECTIONS = ['pipeline', 'page', 'internet', 'lite'] as const;
type Section = (typeof SECTIONS)[number];

/** Runs of each network, a second or so each. */
const INTERNET_ROUNDS = 15;

const USAGE =
  'npm run bench -- [--only pipeline|page|internet|lite] [--minutes N] [--frames N] [--torch] ' +
  '[--lite FILE.onnx] [--out FILE.json]';

/** Prints rows of figures under a title. */
function table(title: string, rows: Readonly<Record<string, string>>): void {
  const width = Math.max(...Object.keys(rows).map((name) => name.length));
  process.stdout.write(`\n${title}\n`);
  for (const [name, value] of Object.entries(rows)) {
    process.stdout.write(`  ${name.padEnd(width)}  ${value}\n`);
  }
}

function isSection(name: string): name is Section {
  return SECTIONS.some((section) => section === name);
}

await runCommand(USAGE, async () => {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: [...SECTIONS] },
      minutes: { type: 'string', default: '10' },
      frames: { type: 'string', default: '200' },
      torch: { type: 'boolean', default: false },
      lite: { type: 'string', default: 'public/models/internet-lite.onnx' },
      out: { type: 'string', default: 'test-results/bench.json' },
    },
  });
  const [minutes, frames] = [Number(values.minutes), Number(values.frames)];
  if (!(minutes > 0 && frames > 0)) throw new Error(`numbers above 0 are needed: ${USAGE}`);
  if (!values.only.every(isSection)) throw new Error(`there is no such section: ${USAGE}`);

  const app = await serveApp({ port: 0 });
  const browser = await launchChromium();
  const sections = {
    async pipeline() {
      const pipeline = await benchPipeline(browser, app.url, frames);
      const title = `pipeline, ${pipeline.frames} synthetic frames one by one`;
      table(`${title} (ms, median / 95th percentile)`, pipeline.table);
      return pipeline;
    },
    async page() {
      const page = await benchMainThread(browser, app.url, minutes);
      table(`the page for ${minutes} min on synthetic hands`, page.table);
      return page;
    },
    async internet() {
      const options = { rounds: INTERNET_ROUNDS, installTorch: values.torch };
      const internet = await benchInternet(browser, app.url, options);
      table('InterNet, one crop a frame (median / 95th percentile)', internet.table);
      return internet;
    },
    async lite() {
      const lite = await benchLite(browser, app.url, values.lite);
      table('InterNet-Lite (median / 95th percentile)', lite.table);
      return lite;
    },
  };
  try {
    const results: Partial<Record<Section, unknown>> = {};
    for (const section of values.only) results[section] = await sections[section]();

    const machine = { cores: cpus().length, cpu: cpus()[0]?.model ?? 'unknown' };
    const out = resolve(values.out);
    mkdirSync(dirname(out), { recursive: true });
    const result = { machine, browser: browser.version(), ...results };
    writeFileSync(out, `${JSON.stringify(result, null, 2)}\n`);
    process.stdout.write(`\nwritten to ${values.out}\n`);
  } finally {
    await browser.close();
    await app.close();
  }
});
