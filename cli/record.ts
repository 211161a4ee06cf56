import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serveApp } from './app.ts';
import { launchChromium } from './chromium.ts';
import { readModelName } from './evaluate/model-name.ts';
import { exportFile } from './export-file.ts';
import { readExportFormat } from './export-format.ts';
import { recordInPage } from './record-in-page.ts';
import { runCommand } from './run-command.ts';
import { writablePath } from './write-whole-file.ts';

const USAGE =
  'npm run record -- INPUT [--out FILE] [--format ndjson|json|csv|webxr|mediapipe|mcap|bvh] ' +
  '[--model auto|lite|landmarker|FILE.onnx] [--backend auto|webgpu|wasm] [--raw]';

/** A checkout may do without the bundled network; then the landmarks record alone. */
const LITE = fileURLToPath(new URL('../public/models/internet-lite.onnx', import.meta.url));

const BACKENDS = ['auto', 'webgpu', 'wasm'] as const;

/** Rejects what cannot be done before anything is started. */
function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      format: { type: 'string' },
      model: { type: 'string', default: existsSync(LITE) ? 'auto' : 'landmarker' },
      backend: { type: 'string', default: 'auto' },
      raw: { type: 'boolean', default: false },
    },
  });
  const [input, ...more] = positionals;
  if (!input || more.length > 0) throw new Error(`one INPUT is needed: ${USAGE}`);
  if (!isFile(input)) throw new Error(`${input}: no such file`);
  const model = readModelName(values.model);
  const backend = BACKENDS.find((each) => each === values.backend);
  if (!backend) throw new Error(`--backend ${values.backend}: there are ${BACKENDS.join(', ')}`);
  if (model === 'landmarker' && backend === 'webgpu') {
    throw new Error('--backend webgpu: the landmarker runs on auto or wasm');
  }
  const format = readExportFormat(values.format, values.out);
  const out = writablePath(values.out ?? `${basename(input, extname(input))}${format.ending}`);
  return { input: resolve(input), out, format, model, backend, raw: values.raw };
}

const isFile = (path: string) => existsSync(path) && statSync(path).isFile();

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
  const { input, out, format, ...options } = readArguments();
  const app = await serveApp({ port: 0 });
  const recorded = `${out}.ndjson.part`;
  try {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      const summary = await recordTo(recorded, (onLines) =>
        recordInPage(page, app.url, input, { ...options, onLines }),
      );
      process.stderr.write('\n');
      if (format.id === 'ndjson') renameSync(recorded, out);
      else await exportFile(recorded, format, out);
      process.stdout.write(`${JSON.stringify({ ...summary, out })}\n`);
    } finally {
      await browser.close();
    }
  } finally {
    rmSync(recorded, { force: true });
    await app.close();
  }
});
