/** Why the browser keeps no files for us. */
export type StorageProblem =
  /** An old browser, or a page that is not served securely. */
  | { readonly type: 'no-storage' }
  /** A private window (Firefox), or storage switched off. */
  | { readonly type: 'storage-forbidden'; readonly reason: string }
  | { readonly type: 'storage-full' }
  | { readonly type: 'storage-broken'; readonly reason: string };

/** The error of whatever reaches for the browser's storage in vain. */
export class StorageFailure extends Error {
  override readonly name = 'StorageFailure';
  readonly problem: StorageProblem;

  constructor(problem: StorageProblem) {
    super('reason' in problem ? `${problem.type}: ${problem.reason}` : problem.type);
    this.problem = problem;
  }
}

/**
 * Runs something that writes into the browser's storage.
 * @throws StorageFailure whatever goes wrong in it
 */
export async function storing<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw new StorageFailure(storageProblem(error));
  }
}

/** What the storage means by an error. */
export function storageProblem(error: unknown): StorageProblem {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return name === 'QuotaExceededError'
    ? { type: 'storage-full' }
    : { type: 'storage-broken', reason: message };
}
