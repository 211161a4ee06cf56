/**
 * Whether the browser keeps what this page stores until the user deletes it, or clears it by itself
 * where its disk runs short. Chromium and Safari decide that without a word, by how much the page is
 * used; Firefox asks the user.
 */
export class LastingStorage {
  readonly #storage: Pick<StorageManager, 'persist' | 'persisted'> | undefined;
  #asked = false;

  /** @param storage pages that are not served securely have none */
  constructor(storage: Pick<StorageManager, 'persist' | 'persisted'> | undefined) {
    this.#storage = storage;
  }

  /** Whether it lasts as things are; nobody is asked. */
  async lasts(): Promise<boolean> {
    try {
      return (await this.#storage?.persisted()) ?? false;
    } catch {
      return false;
    }
  }

  /** Asks for it, once a visit at most: a user who said no is left in peace. */
  async ask(): Promise<boolean> {
    const lasts = await this.lasts();
    if (lasts || this.#asked) return lasts;
    this.#asked = true;
    try {
      return (await this.#storage?.persist()) ?? false;
    } catch {
      return false;
    }
  }
}
