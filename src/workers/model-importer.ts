import { releaseProxy } from 'comlink';
import { blobSource, type ByteSource } from '../models/byte-source.ts';
import { convertCheckpoint } from '../models/convert-checkpoint.ts';
import { copyHashed } from '../models/file-digest.ts';
import { ModelFailure } from '../models/model-failure.ts';
import { modelKind, MODEL_KIND_BYTES, type ModelKind } from '../models/model-kind.ts';
import { readInternet } from '../models/read-internet.ts';
import { StorageFailure, type StorageProblem } from '../models/storage-failure.ts';
import type { ModelFacts } from '../models/stored-model.ts';
import { download, nameInAddress } from './download.ts';
import { ImportFailure, type ImportProblem } from './import-failure.ts';
import type { ImportAnswer, ImportedModel, ImportJob, ImportProgress } from './import-job.ts';
import { newMemoryFile, newStoredFile, type NewFile } from './new-file.ts';

/** Brings one model in, behind the import worker; no file is ever held whole. */
export class ModelImporter {
  readonly #cancelling = new AbortController();
  readonly #openFolder: () => Promise<FileSystemDirectoryHandle>;

  /** @param openFolder opens the folder that models are kept in */
  constructor(openFolder: () => Promise<FileSystemDirectoryHandle>) {
    this.#openFolder = openFolder;
  }

  async run(job: ImportJob, onProgress: ImportProgress): Promise<ImportAnswer> {
    try {
      return { ok: true, model: await this.#import(job, byPercent(onProgress)) };
    } catch (error) {
      return { ok: false, ...this.#explain(error, job) };
    } finally {
      onProgress[releaseProxy]?.();
    }
  }

  /** Makes `run` end with the problem 'cancelled', soon, and leave nothing behind. */
  cancel(): void {
    this.#cancelling.abort();
  }

  async #import(job: ImportJob, onProgress: ImportProgress): Promise<ImportedModel> {
    if (typeof job.from !== 'string') {
      return this.#write(job, blobSource(job.from, job.from.name), onProgress);
    }
    const { signal } = this.#cancelling;
    const downloaded = await this.#newFile(job.fileName && `${job.fileName}.download`);
    try {
      await download(job.from, downloaded, {
        signal,
        onProgress: (fraction) => onProgress('downloading', fraction),
      });
      const source = blobSource(await downloaded.finish(), nameInAddress(job.from));
      return await this.#write(job, source, onProgress);
    } finally {
      await downloaded.discard();
    }
  }

  async #write(
    { fileName, half, leftFirst }: ImportJob,
    source: ByteSource,
    onProgress: ImportProgress,
  ): Promise<ImportedModel> {
    const kind = await kindOf(source);
    const { signal } = this.#cancelling;
    const options = { half, leftFirst, signal };
    const step = kind === 'onnx' ? 'copying' : 'converting';
    const report = (fraction: number) => onProgress(step, fraction);
    const proceed = (bytes: number) => {
      signal.throwIfAborted();
      report(bytes / source.size);
    };
    // What is no InterNet is refused before it is copied.
    if (kind === 'onnx') await readInternet(source);
    const written = await this.#newFile(fileName);
    try {
      const sha256 =
        kind === 'onnx'
          ? await copyHashed(source, written, proceed)
          : (await convertCheckpoint(source, written, { ...options, onProgress: report })).sha256;
      const file = await written.finish();
      return { facts: await factsOf(file, source.name, sha256), file };
    } catch (error) {
      await written.discard();
      throw error;
    }
  }

  async #newFile(name: string | null): Promise<NewFile> {
    return name === null ? newMemoryFile() : newStoredFile(await this.#openFolder(), name);
  }

  /** @throws what nobody expected */
  #explain(
    error: unknown,
    { from }: ImportJob,
  ): { problem: ImportProblem } | { storageProblem: StorageProblem } {
    if (this.#cancelling.signal.aborted) return { problem: { type: 'cancelled' } };
    if (error instanceof StorageFailure) return { storageProblem: error.problem };
    if (error instanceof ModelFailure || error instanceof ImportFailure) {
      return { problem: error.problem };
    }
    // A Blob's bytes are refused so when its file was moved or changed since.
    if (error instanceof DOMException) {
      const name = typeof from === 'string' ? nameInAddress(from) : from.name;
      return { problem: { type: 'unreadable', name, reason: error.message } };
    }
    throw error;
  }
}

/** What is neither is read as what its name says; the reader finds the words for what it is. */
async function kindOf(source: ByteSource): Promise<ModelKind> {
  const head = await source.read(0, Math.min(MODEL_KIND_BYTES, source.size));
  return modelKind(head) ?? (/\.onnx$/i.test(source.name) ? 'onnx' : 'checkpoint');
}

async function factsOf(file: Blob, name: string, sha256: string): Promise<ModelFacts> {
  const contract = await readInternet(blobSource(file, name));
  const { variant, inputSize, precision, licence, source } = contract;
  return { name, sha256, bytes: file.size, variant, inputSize, precision, licence, source };
}

/** A message to the page for each percent, not for each piece. */
function byPercent(onProgress: ImportProgress): ImportProgress {
  let last = '';
  return (step, fraction) => {
    const now = `${step} ${Math.floor(fraction * 100)}`;
    if (now === last) return;
    last = now;
    onProgress(step, fraction);
  };
}
