import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCheckpoint } from '../../tests/make-checkpoint.ts';
import type { Widths } from '../../tests/checkpoint/internet-tensors.ts';
import { convertCheckpoint } from '../../src/models/convert-checkpoint.ts';
import { readInternetParts } from '../../src/models/read-internet-parts.ts';
import { openFileSource } from '../file-byte-source.ts';
import { writeWholeFile } from '../write-whole-file.ts';

/** Paths of an InterNet with random weights. */
export interface MadeNetwork {
  /** As the official code saves it. */
  readonly checkpoint: string;
  /** Our conversion. */
  readonly whole: string;
}

/** Paths of a network's parts: what both hands share, and each hand's head. */
export interface NetworkParts {
  readonly trunk: string;
  readonly right: string;
  readonly left: string;
}

/** Makes an InterNet with random weights and converts it. */
export async function makeNetwork(
  folder: string,
  name: string,
  widths?: Widths,
): Promise<MadeNetwork> {
  const [checkpoint, whole] = [join(folder, `${name}.pth.tar`), join(folder, `${name}.onnx`)];
  makeCheckpoint(checkpoint, {
    layout: 'official',
    format: 'zip',
    optimizer: false,
    seed: 1,
    ...(widths && { widths }),
  });
  await using source = await openFileSource(checkpoint);
  await writeWholeFile(whole, (sink) =>
    convertCheckpoint(source, sink, { half: false, leftFirst: false }),
  );
  return { checkpoint, whole };
}

/** Takes a network apart as the app's worker does. */
export async function takeApart(folder: string, whole: string): Promise<NetworkParts> {
  await using source = await openFileSource(whole);
  const { trunk, heads } = await readInternetParts(source, { precision: 'fp32' });
  if (!heads) throw new Error(`${whole} cannot be taken apart`);
  const write = (name: string, bytes: Uint8Array) => {
    const path = join(folder, `${name}.onnx`);
    writeFileSync(path, bytes);
    return path;
  };
  return {
    trunk: write('trunk', trunk),
    right: write('right', heads.right),
    left: write('left', heads.left),
  };
}
