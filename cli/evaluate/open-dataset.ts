import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { PoseDataset } from '../../src/evaluation/annotated-pose.ts';
import { interhandDataset } from '../../src/evaluation/interhand-dataset.ts';
import { readRootDepths } from '../../src/evaluation/root-depths.ts';
import {
  rhdImagePath,
  singleHandDataset,
  stbImagePath,
} from '../../src/evaluation/single-hand-dataset.ts';
import type { EvaluateArguments } from './arguments.ts';
import { readJsonFile, type JsonFile } from './json-file.ts';

export interface OpenDataset {
  readonly poses: PoseDataset;
  /** Tells this data set, as it is read, from every other. */
  readonly digest: string;
}

/**
 * Reads a data set's files.
 * @throws Error that names the folder or file when one is missing or wrong
 */
export function openDataset({ dataset, annotations, rootDepth }: EvaluateArguments): OpenDataset {
  const read: JsonFile[] = [];
  const load = (path: string) => {
    const file = readJsonFile(path);
    read.push(file);
    return file;
  };
  const depths = rootDepth === null ? null : readRootDepths(load(rootDepth));
  const poses =
    dataset === 'interhand2.6m'
      ? interhandDataset(
          {
            data: load(findFile(annotations, 'data.json')),
            camera: load(findFile(annotations, 'camera.json')),
            joint3d: load(findFile(annotations, 'joint_3d.json')),
          },
          depths,
        )
      : singleHandDataset(
          load(isFile(annotations) ? annotations : findFile(annotations, '.json')),
          dataset === 'stb' ? stbImagePath : rhdImagePath,
          depths,
        );
  if (poses.size === 0) throw new Error(`${annotations} has no annotations`);
  const digest = createHash('sha256').update(read.map(({ sha256 }) => sha256).join());
  return { poses, digest: digest.digest('hex') };
}

/** The one file of a folder whose name ends so. */
function findFile(folder: string, ending: string): string {
  if (isFile(folder)) throw new Error(`${folder} is a file, where a folder is needed`);
  const names = readdirSync(folder).filter((name) => name.endsWith(ending));
  if (names.length === 1) return join(folder, names[0]!);
  const found = names.length === 0 ? 'no file' : `${names.length} files (${names.join(', ')})`;
  throw new Error(`${folder} has ${found} whose name ends in ${ending}; one is needed`);
}

function isFile(path: string): boolean {
  return statSync(path).isFile();
}
