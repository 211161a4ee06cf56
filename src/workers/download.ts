import type { ByteSink } from '../models/byte-source.ts';
import { ImportFailure } from './import-failure.ts';

export interface DownloadOptions {
  /** Called with the fraction of the way, 0..1; never where the server tells no length. */
  readonly onProgress: (fraction: number) => void;
  readonly signal: AbortSignal;
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * Downloads a file that the user asked for, as it comes; the server learns nothing but the request.
 * @throws ImportFailure where the address is none, or its file cannot be had; the signal's reason
 */
export async function download(
  address: string,
  sink: ByteSink,
  { onProgress, signal, fetch = globalThis.fetch }: DownloadOptions,
): Promise<void> {
  const url = webAddress(address);
  if (!url) throw new ImportFailure({ type: 'no-web-address', address });
  const failed = (type: 'unreachable' | 'broken-off') => () => {
    signal.throwIfAborted();
    throw new ImportFailure({ type, address });
  };
  const response = await fetch(url, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal,
  }).catch(failed('unreachable'));
  if (!response.ok) {
    throw new ImportFailure({ type: 'refused', address, status: response.status });
  }
  const total = Number(response.headers.get('Content-Length'));
  const reader = response.body?.getReader();
  let received = 0;
  for (;;) {
    const { value } = (await reader?.read().catch(failed('broken-off'))) ?? {};
    if (!value) return;
    await sink.write(value);
    received += value.length;
    // Where the server compresses, more comes than it told.
    if (total > 0) onProgress(Math.min(1, received / total));
  }
}

/** The file's name in an address, as a user would save it. */
export function nameInAddress(address: string): string {
  const url = webAddress(address);
  return decodeName(url?.pathname.split('/').at(-1) ?? '') || url?.hostname || address;
}

function webAddress(address: string): URL | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url && /^https?:$/.test(url.protocol) ? url : null;
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
