import { ignoreMissing } from './ignore-missing.ts';
import { storing } from './storage-failure.ts';
import { parseStoredModel, type ModelFacts, type StoredModel } from './stored-model.ts';

/** Held shared by every import, so that no other tab takes its files for leftovers. */
const IMPORTING = 'handstream.models.importing';
/** Held by whoever changes entries. */
const CHANGING = 'handstream.models.changing';

/**
 * The models kept in this browser: each an ID.onnx with an ID.json, in one folder that all tabs of
 * the origin share. The entry (ID.json) is written last, whole or not at all, and removed first: a
 * model is listed when all of it is there.
 */
export class ModelRegistry {
  readonly #folder: FileSystemDirectoryHandle;
  readonly #locks: Pick<LockManager, 'request'>;

  private constructor(folder: FileSystemDirectoryHandle, locks: Pick<LockManager, 'request'>) {
    this.#folder = folder;
    this.#locks = locks;
  }

  /** Opens the registry in its folder and clears away what a crashed import left there. */
  static async open(
    folder: FileSystemDirectoryHandle,
    locks: Pick<LockManager, 'request'>,
  ): Promise<ModelRegistry> {
    const registry = new ModelRegistry(folder, locks);
    await registry.#clearLeftovers();
    return registry;
  }

  /** All models, oldest first. */
  async list(): Promise<readonly StoredModel[]> {
    const names = await this.#names();
    const entries = names.filter((name) => name.endsWith('.json'));
    const models = await Promise.all(entries.map((name) => this.#read(name)));
    return models
      .filter((model) => model !== null)
      .filter(({ id }) => names.includes(onnxOf(id)))
      .sort((a, b) => a.addedAt.localeCompare(b.addedAt));
  }

  /**
   * The model's ONNX file.
   * @throws DOMException NotFoundError where it was removed, as from another tab
   */
  async open(id: string): Promise<File> {
    const handle = await this.#folder.getFileHandle(onnxOf(id));
    return handle.getFile();
  }

  /**
   * Adds a model.
   * @param write writes the file of this name into the folder, and says what it is; further files
   *   that it needs on the way begin with that name
   * @param addedAt ISO 8601
   * @returns its entry; where the same bytes are there already, theirs
   * @throws StorageFailure, or what `write` throws; nothing is left behind then
   */
  add(write: (fileName: string) => Promise<ModelFacts>, addedAt: string): Promise<StoredModel> {
    return this.#locks.request(IMPORTING, { mode: 'shared' }, async () => {
      const id = crypto.randomUUID();
      try {
        const facts = await write(onnxOf(id));
        return await this.#enter({ ...facts, id, addedAt, licenceAccepted: false });
      } catch (error) {
        await this.#clear((name) => name.startsWith(id));
        throw error;
      }
    });
  }

  /** Writes down what the engine's check-up run gave. */
  keepAnswer(id: string, answer: unknown): Promise<void> {
    return this.#change(id, { answer });
  }

  acceptLicence(id: string): Promise<void> {
    return this.#change(id, { licenceAccepted: true });
  }

  /** Removes a model with its file; one that is gone already stays gone. */
  remove(id: string): Promise<void> {
    return this.#locks.request(CHANGING, async () => {
      await storing(() => this.#folder.removeEntry(jsonOf(id)).catch(ignoreMissing));
      await this.#clear((name) => name === onnxOf(id));
    });
  }

  #enter(model: StoredModel): Promise<StoredModel> {
    return this.#locks.request(CHANGING, async () => {
      const same = (await this.list()).find(({ sha256 }) => sha256 === model.sha256);
      if (!same) await this.#write(model);
      else await this.#clear((name) => name === onnxOf(model.id));
      return same ?? model;
    });
  }

  #change(id: string, change: Partial<StoredModel>): Promise<void> {
    return this.#locks.request(CHANGING, async () => {
      const model = await this.#read(jsonOf(id));
      if (model) await this.#write({ ...model, ...change });
    });
  }

  async #read(name: string): Promise<StoredModel | null> {
    const handle = await this.#folder.getFileHandle(name).catch(ignoreMissing);
    const file = await handle?.getFile();
    return file ? parseStoredModel(await file.text()) : null;
  }

  /** The file changes when the writing ends, at once and whole. */
  #write(model: StoredModel): Promise<void> {
    return storing(async () => {
      const handle = await this.#folder.getFileHandle(jsonOf(model.id), { create: true });
      const writable = await handle.createWritable();
      await writable.write(JSON.stringify(model));
      await writable.close();
    });
  }

  /** Everything that belongs to no listed model, unless a tab is importing right now. */
  #clearLeftovers(): Promise<void> {
    return this.#locks.request(IMPORTING, { ifAvailable: true }, async (lock) => {
      if (!lock) return;
      const models = await this.list();
      const whole = new Set(models.flatMap(({ id }) => [jsonOf(id), onnxOf(id)]));
      await this.#clear((name) => !whole.has(name));
    });
  }

  /** Removes files; one that is still held by a dying worker goes the next time a page starts. */
  async #clear(unwanted: (name: string) => boolean): Promise<void> {
    const names = (await this.#names()).filter(unwanted);
    await Promise.allSettled(names.map((name) => this.#folder.removeEntry(name)));
  }

  async #names(): Promise<readonly string[]> {
    const names: string[] = [];
    for await (const name of this.#folder.keys()) names.push(name);
    return names;
  }
}

function jsonOf(id: string): string {
  return `${id}.json`;
}

function onnxOf(id: string): string {
  return `${id}.onnx`;
}
