import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { serveApp } from './app.ts';
import { benchMainThread } from './bench-main-thread.ts';
import { benchPipeline } from './bench-pipeline.ts';
import { launchChromium } from './chromium.ts';
import { runCommand } from './run-command.ts';

const USAGE = 'npm run bench -- [--minutes N] [--frames N] [--out FILE.json]';

/** Prints rows of figures under a title. */
function table(title: string, rows: Readonly<Record<string, string>>): void {
  const width = Math.max(...Object.keys(rows).map((name) => name.length));
  process.stdout.write(`\n${title}\n`);
  for (const [name, value] of Object.entries(rows)) {
    process.stdout.write(`  ${name.padEnd(width)}  ${value}\n`);
  }
}

await runCommand(USAGE, async () => {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '10' },
      frames: { type: 'string', default: '200' },
      out: { type: 'string', default: 'test-results/bench.json' },
    },
  });
  const [minutes, frames] = [Number(values.minutes), Number(values.frames)];
  if (!(minutes > 0 && frames > 0)) throw new Error(`numbers above 0 are needed: ${USAGE}`);

  const app = await serveApp({ port: 0 });
  const browser = await launchChromium();
  try {
    const pipeline = await benchPipeline(browser, app.url, frames);
    table(
      `pipeline, ${pipeline.frames} synthetic frames one by one (ms, median / 95th percentile)`,
      pipeline.table,
    );
    const page = await benchMainThread(browser, app.url, minutes);
    table(`the page for ${minutes} min on synthetic hands`, page.table);

    const machine = { cores: cpus().length, cpu: cpus()[0]?.model ?? 'unknown' };
    const out = resolve(values.out);
    mkdirSync(dirname(out), { recursive: true });
    const result = { machine, browser: browser.version(), pipeline, page };
    writeFileSync(out, `${JSON.stringify(result, null, 2)}\n`);
    process.stdout.write(`\nwritten to ${values.out}\n`);
  } finally {
    await browser.close();
    await app.close();
  }
});
