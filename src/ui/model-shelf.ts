import { openModelsFolder } from '../models/models-folder.ts';
import { ModelRegistry } from '../models/model-registry.ts';
import { StorageFailure, storing, type StorageProblem } from '../models/storage-failure.ts';
import type { StoredModel } from '../models/stored-model.ts';
import { importModel, type ImportModelOptions } from '../workers/import-model.ts';
import type { ImportJob } from '../workers/import-job.ts';
import { pageStorage } from './page-storage.ts';

/** What somebody brings: an import but for where it goes. */
export type ModelOffer = Omit<ImportJob, 'fileName'>;

/** A model that is gone when the page closes, because the browser would not keep it. */
interface LooseModel {
  readonly model: StoredModel;
  readonly file: Blob;
  readonly why: StorageProblem;
}

/** All models that the page can use: those that the browser keeps, and those it does not. */
export class ModelShelf {
  /** Or why there is none. */
  readonly #registry: ModelRegistry | StorageProblem;
  readonly #loose = new Map<string, LooseModel>();

  private constructor(registry: ModelRegistry | StorageProblem) {
    this.#registry = registry;
  }

  /** Opens the browser's storage; where that is refused, models stay in memory. */
  static async open(): Promise<ModelShelf> {
    try {
      const folder = await openModelsFolder();
      return new ModelShelf(await storing(() => ModelRegistry.open(folder, navigator.locks)));
    } catch (error) {
      return new ModelShelf(storageProblem(error));
    }
  }

  /** Oldest first; those in memory behind. */
  async list(): Promise<readonly StoredModel[]> {
    const kept = (await this.#kept?.list()) ?? [];
    return [...kept, ...Array.from(this.#loose.values(), ({ model }) => model)];
  }

  /** Why a model is gone when the page closes; null where the browser keeps it. */
  whyNotKept(id: string): StorageProblem | null {
    return this.#loose.get(id)?.why ?? null;
  }

  /**
   * The model's ONNX file.
   * @throws DOMException NotFoundError where it was removed, as from another tab
   */
  async open(id: string): Promise<Blob> {
    const file = this.#loose.get(id)?.file ?? (await this.#kept?.open(id));
    if (!file) throw new DOMException(`There is no model ${id}`, 'NotFoundError');
    return file;
  }

  /**
   * Brings a model in and keeps it: in the browser's storage, or in memory where that is refused.
   * @throws ImportFailure
   */
  async add(offer: ModelOffer, options: ImportModelOptions): Promise<StoredModel> {
    if (!(this.#registry instanceof ModelRegistry)) {
      return this.#addLoose(offer, options, this.#registry);
    }
    try {
      const write = async (fileName: string) =>
        (await importModel({ ...offer, fileName }, options)).facts;
      const model = await this.#registry.add(write, now());
      // Else a browser that runs short of disk may throw it away. It may refuse; nothing to do then.
      void pageStorage.ask();
      return model;
    } catch (error) {
      return this.#addLoose(offer, options, storageProblem(error));
    }
  }

  async acceptLicence(id: string): Promise<void> {
    this.#changeLoose(id, { licenceAccepted: true });
    await this.#kept?.acceptLicence(id);
  }

  async keepAnswer(id: string, answer: unknown): Promise<void> {
    this.#changeLoose(id, { answer });
    await this.#kept?.keepAnswer(id, answer);
  }

  async remove(id: string): Promise<void> {
    if (!this.#loose.delete(id)) await this.#kept?.remove(id);
  }

  get #kept(): ModelRegistry | null {
    return this.#registry instanceof ModelRegistry ? this.#registry : null;
  }

  async #addLoose(
    offer: ModelOffer,
    options: ImportModelOptions,
    why: StorageProblem,
  ): Promise<StoredModel> {
    const { facts, file } = await importModel({ ...offer, fileName: null }, options);
    const same = (await this.list()).find(({ sha256 }) => sha256 === facts.sha256);
    if (same) return same;
    const id = `loose-${facts.sha256}`;
    const model = { ...facts, id, addedAt: now(), licenceAccepted: false };
    this.#loose.set(id, { model, file, why });
    return model;
  }

  #changeLoose(id: string, change: Partial<StoredModel>): void {
    const loose = this.#loose.get(id);
    if (loose) this.#loose.set(id, { ...loose, model: { ...loose.model, ...change } });
  }
}

/** @throws the error, where it is not the storage's */
function storageProblem(error: unknown): StorageProblem {
  if (error instanceof StorageFailure) return error.problem;
  throw error;
}

function now(): string {
  return new Date().toISOString();
}
