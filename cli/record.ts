import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { serveApp } from './app.ts';
import { launchChromium } from './chromium.ts';
import { recordInPage } from './record-in-page.ts';
import { runCommand } from './run-command.ts';

const USAGE =
  'npm run record -- INPUT [--out FILE.ndjson] [--model landmarker] [--backend auto|wasm] [--raw]';

/** Rejects what cannot be done before anything is started. */
function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      model: { type: 'string', default: 'landmarker' },
      backend: { type: 'string', default: 'auto' },
      raw: { type: 'boolean', default: false },
    },
  });
  const [input, ...more] = positionals;
  if (!input || more.length > 0) throw new Error(`one INPUT is needed: ${USAGE}`);
  if (!existsSync(input) || !statSync(input).isFile()) throw new Error(`${input}: no such file`);
  if (values.model !== 'landmarker') {
    throw new Error(`--model ${values.model} is not known here; there is: landmarker`);
  }
  if (!['auto', 'wasm'].includes(values.backend)) {
    throw new Error(`--backend ${values.backend}: the landmarker runs on auto or wasm`);
  }
  const out = resolve(values.out ?? `${basename(input, extname(input))}.ndjson`);
  return { input: resolve(input), out, raw: values.raw };
}

/** Appends what `run` hands out to a file, which is whole when this resolves. */
async function recordTo<T>(
  path: string,
  run: (onLines: (lines: string) => Promise<void>) => Promise<T>,
): Promise<T> {
  const file = await open(path, 'w');
  try {
    let frames = -1; // the first line is the header
    return await run(async (lines) => {
      await file.appendFile(lines);
      frames += lines.split('\n').length - 1;
      process.stderr.write(`\r${frames} frames`);
    });
  } finally {
    await file.close();
  }
}

await runCommand(USAGE, async () => {
  const { input, out, raw } = readArguments();
  const app = await serveApp({ port: 0 });
  const partial = `${out}.part`;
  try {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      const summary = await recordTo(partial, (onLines) =>
        recordInPage(page, app.url, input, { raw, onLines }),
      );
      process.stderr.write('\n');
      renameSync(partial, out);
      process.stdout.write(`${JSON.stringify({ ...summary, out })}\n`);
    } finally {
      await browser.close();
    }
  } finally {
    rmSync(partial, { force: true });
    await app.close();
  }
});
