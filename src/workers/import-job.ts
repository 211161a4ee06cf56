import type { releaseProxy } from 'comlink';
import type { StorageProblem } from '../models/storage-failure.ts';
import type { ModelFacts } from '../models/stored-model.ts';
import type { ImportProblem } from './import-failure.ts';

export interface ImportJob {
  /** A file, or the http(s) address of one. */
  readonly from: File | string;
  /** Of a checkpoint: fp16 instead of fp32. */
  readonly half: boolean;
  /** Of a checkpoint: its first hand is the left one (STB, RHD). */
  readonly leftFirst: boolean;
  /** Name of the ONNX file in the models' folder; null: it stays in memory. */
  readonly fileName: string | null;
}

export interface ImportedModel {
  readonly facts: ModelFacts;
  /** The ONNX file. */
  readonly file: Blob;
}

/** An expected failure comes as data: of an error only name and message would cross to the page. */
export type ImportAnswer =
  | { readonly ok: true; readonly model: ImportedModel }
  | { readonly ok: false; readonly problem: ImportProblem }
  | { readonly ok: false; readonly storageProblem: StorageProblem };

export type ImportStep = 'downloading' | 'converting' | 'copying';

/** Called with each further percent of a step, 0..1; released by the one it was lent to. */
export type ImportProgress = ((step: ImportStep, fraction: number) => void) & {
  [releaseProxy]?: () => void;
};
