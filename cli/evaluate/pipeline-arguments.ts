import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writablePath } from '../write-whole-file.ts';
import { readModelName } from './model-name.ts';

export const PIPELINE_USAGE =
  'npm run evaluate -- (--sequences DIR | --real DIR [--pictures DIR]) ' +
  '[--model auto|lite|landmarker|FILE.onnx] [--out FILE.json]';

/** What is to be run through the app's own pipeline. Paths are absolute. */
export interface PipelineArguments {
  /** 'sequences': what `python -m handgen sequences` wrote; 'real': ../shared/data. */
  readonly of: 'sequences' | 'real';
  readonly folder: string;
  /** As `readModelName` gives it. */
  readonly model: string;
  readonly out: string | null;
  /** Folder for pictures with the joints drawn into them. */
  readonly pictures: string | null;
}

/** Whether the arguments ask for the app's pipeline, not for a data set's metrics. */
export function asksForPipeline(args: readonly string[]): boolean {
  return args.some((arg) => /^--(sequences|real)(=|$)/.test(arg));
}

/**
 * Rejects what cannot be done before anything is started.
 * @throws Error that says which argument is wrong
 */
export function readPipelineArguments(args: readonly string[]): PipelineArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sequences: { type: 'string' },
      real: { type: 'string' },
      model: { type: 'string', default: 'auto' },
      out: { type: 'string' },
      pictures: { type: 'string' },
    },
  });
  const { sequences, real, model } = values;
  const folder = sequences ?? real;
  if (folder === undefined || (sequences !== undefined && real !== undefined)) {
    throw new Error(`either --sequences or --real is needed: ${PIPELINE_USAGE}`);
  }
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`${folder}: no such folder`);
  }
  if (values.pictures !== undefined && sequences !== undefined) {
    throw new Error('--pictures: only pictures of --real are drawn');
  }
  const out = values.out === undefined ? null : writablePath(values.out);
  return {
    of: sequences === undefined ? 'real' : 'sequences',
    folder: resolve(folder),
    model: readModelName(model),
    out,
    pictures: values.pictures === undefined ? null : resolve(values.pictures),
  };
}
