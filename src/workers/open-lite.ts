// oxlint-disable-next-line import/no-absolute-path -- of public/, which Vite serves from the root
import liteUrl from '/models/internet-lite.onnx?url';
import { failureReason } from './failure-reason.ts';
import { fetchBytes } from './fetch-bytes.ts';
import { InternetFailure } from './internet-failure.ts';
import { openInternet, type OpenedInternet, type OpenInternetOptions } from './open-internet.ts';

/** What the bundled InterNet is called in messages and recordings. */
export const LITE_NAME = 'InterNet-Lite';

/** How InterNet-Lite is fetched. */
export interface FetchLiteOptions {
  /** Ends the fetch; rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** @internal For tests. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Where its file lies; default: where the build has put it. */
  readonly url?: string | undefined;
}

/** How InterNet-Lite is fetched and opened. */
export type OpenLiteOptions = Omit<OpenInternetOptions, 'model' | 'name'> & FetchLiteOptions;

/**
 * Opens the InterNet that comes with the app, as openInternet does; whoever calls this disposes it.
 * @throws InternetFailure 'internet-model-refused' where its file is missing or damaged, else as
 *   openInternet; the signal's reason
 */
export async function openLite({
  fetch,
  url,
  ...options
}: OpenLiteOptions = {}): Promise<OpenedInternet> {
  const { onProgress, signal } = options;
  onProgress?.(0, 'fetching the network');
  const model = await fetchLite({ signal, fetch, url });
  return openInternet({ ...options, model, name: LITE_NAME });
}

/**
 * The file of the InterNet that comes with the app.
 * @throws InternetFailure 'internet-model-refused' where it is missing; the signal's reason
 */
export async function fetchLite({
  signal,
  fetch = globalThis.fetch,
  url = liteUrl,
}: FetchLiteOptions = {}): Promise<Blob> {
  const endable: typeof fetch = (input, init) => fetch(input, { ...init, signal: signal ?? null });
  return fetchBytes(url, () => {}, endable).catch((error: unknown) => {
    signal?.throwIfAborted();
    const reason = failureReason(error);
    throw new InternetFailure({ type: 'internet-model-refused', name: LITE_NAME, reason });
  });
}
