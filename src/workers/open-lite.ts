import { failureReason } from './failure-reason.ts';
import { fetchBytes } from './fetch-bytes.ts';
import { InternetFailure } from './internet-failure.ts';
import { openInternet, type OpenedInternet, type OpenInternetOptions } from './open-internet.ts';

/** What the bundled InterNet is called in messages and recordings. */
export const LITE_NAME = 'InterNet-Lite';

/** Of its file, from the page's base address. */
const LITE_PATH = 'models/internet-lite.onnx';

export interface OpenLiteOptions extends Omit<OpenInternetOptions, 'model' | 'name'> {
  /** For tests. */
  readonly fetch?: typeof globalThis.fetch;
  /** Where the app's files lie; for tests. */
  readonly baseUrl?: string;
}

/**
 * Opens the InterNet that comes with the app, as openInternet does; whoever calls this disposes it.
 * @throws InternetFailure 'internet-model-refused' where its file is missing or damaged, else as
 *   openInternet; the signal's reason
 */
export async function openLite({
  fetch = globalThis.fetch,
  baseUrl = globalThis.document?.baseURI,
  ...options
}: OpenLiteOptions = {}): Promise<OpenedInternet> {
  const { onProgress, signal } = options;
  onProgress?.(0, 'fetching the network');
  const url = new URL(LITE_PATH, baseUrl).href;
  const endable: typeof fetch = (input, init) => fetch(input, { ...init, signal: signal ?? null });
  const model = await fetchBytes(url, () => {}, endable).catch((error: unknown) => {
    signal?.throwIfAborted();
    const reason = failureReason(error);
    throw new InternetFailure({ type: 'internet-model-refused', name: LITE_NAME, reason });
  });
  return openInternet({ ...options, model, name: LITE_NAME });
}
