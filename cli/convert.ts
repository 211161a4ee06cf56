import { SingleBar } from 'cli-progress';
import { existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { convertCheckpoint } from '../src/models/convert-checkpoint.ts';
import { openFileSource } from './file-byte-source.ts';
import { runCommand } from './run-command.ts';
import { writablePath, writeWholeFile } from './write-whole-file.ts';

const USAGE = 'npm run convert -- CHECKPOINT [--out FILE.onnx] [--fp16] [--left-first]';

/** Rejects what cannot be done before anything is read. */
function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      fp16: { type: 'boolean', default: false },
      'left-first': { type: 'boolean', default: false },
    },
  });
  const [checkpoint, ...more] = positionals;
  if (!checkpoint || more.length > 0) throw new Error(`one CHECKPOINT is needed: ${USAGE}`);
  if (!existsSync(checkpoint) || !statSync(checkpoint).isFile()) {
    throw new Error(`${checkpoint}: ${existsSync(checkpoint) ? 'not a file' : 'no such file'}`);
  }
  // The official files are called snapshot_20.pth.tar.
  const stem = basename(checkpoint).replace(/(\.pth)?\.[^.]*$/, '');
  const out = writablePath(values.out ?? `${stem}.onnx`);
  if (out === resolve(checkpoint)) throw new Error(`--out ${out} is the checkpoint itself`);
  return { checkpoint, out, half: values.fp16, leftFirst: values['left-first'] };
}

/** Aborted by Ctrl-C, so that what is open is closed and what is half written removed. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    // Not once: the terminal sends it to us and to npm, which sends it to us again.
    process.on(name, () => controller.abort(new Error(`stopped by ${name}`)));
  }
  return controller.signal;
}

await runCommand(USAGE, async () => {
  const { checkpoint, out, half, leftFirst } = readArguments();
  const signal = stopSignal();
  const bar = new SingleBar({
    format: '{bar} {percentage} %',
    stream: process.stderr,
    clearOnComplete: true,
    // Its own SIGINT handler would end the process before anything is removed.
    gracefulExit: false,
  });
  await using source = await openFileSource(checkpoint);
  bar.start(1, 0);
  try {
    const onProgress = (fraction: number) => bar.update(fraction);
    const { bytes: _, ...report } = await writeWholeFile(out, (sink) =>
      convertCheckpoint(source, sink, { half, leftFirst, onProgress, signal }),
    );
    process.stdout.write(`${JSON.stringify({ ...report, out })}\n`);
  } finally {
    bar.stop();
  }
});
