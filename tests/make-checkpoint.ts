import { closeSync, openSync, writeSync } from 'node:fs';
import { parse } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { runCommand } from '../cli/run-command.ts';
import { adamTensors, checkpointObject } from './checkpoint/checkpoint-object.ts';
import { FULL_WIDTHS, internetTensors } from './checkpoint/internet-tensors.ts';
import type { Layout, Widths } from './checkpoint/internet-tensors.ts';
import { TORCH_FORMATS } from './checkpoint/torch-formats.ts';

export interface CheckpointOptions {
  readonly layout: Layout;
  /** torch.save's format from 1.6 on, or the one before. */
  readonly format: keyof typeof TORCH_FORMATS;
  /** With Adam's state: three times the size. */
  readonly optimizer: boolean;
  /** The same seed gives the same weights, whatever the other options. */
  readonly seed: number;
  readonly widths?: Widths;
}

/** Writes an InterNet with random weights as torch.save would; holds one piece of it at a time. */
export function makeCheckpoint(path: string, options: CheckpointOptions): void {
  const { layout, seed, widths = FULL_WIDTHS } = options;
  const format = TORCH_FORMATS[options.format];
  const tensors = internetTensors(layout, widths);
  const adam = options.optimizer ? adamTensors(tensors) : [];
  const storages = [...tensors, ...adam].map((tensor, i) => ({
    tensor,
    key: format.storageKey(i),
    seed: seed * 2 ** 16 + i,
  }));
  const network = storages.slice(0, tensors.length);
  const state = storages.slice(tensors.length);
  const object = checkpointObject(layout, network, state, format.reference);

  const file = openSync(path, 'w');
  try {
    const write = (bytes: Uint8Array) => void writeSync(file, bytes);
    format.write(write, object, storages, parse(path).name);
  } finally {
    closeSync(file);
  }
}

const USAGE =
  'npx tsx tests/make-checkpoint.ts OUT [--mmpose1x] [--legacy] [--optimizer] [--seed N]';

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runCommand(USAGE, async () => {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        mmpose1x: { type: 'boolean', default: false },
        legacy: { type: 'boolean', default: false },
        optimizer: { type: 'boolean', default: false },
        seed: { type: 'string', default: '1' },
      },
    });
    const [path] = positionals;
    if (!path || positionals.length > 1) throw new Error(`usage: ${USAGE}`);
    makeCheckpoint(path, {
      layout: values.mmpose1x ? 'mmpose1x' : 'official',
      format: values.legacy ? 'legacy' : 'zip',
      optimizer: values.optimizer,
      seed: Number(values.seed),
    });
  });
}
