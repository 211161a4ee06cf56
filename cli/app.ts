import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUILT = join(ROOT, 'dist', 'index.html');
const SOURCES = [
  'src',
  'build',
  'public',
  'index.html',
  'api.html',
  'xr-hands.html',
  'vite.config.ts',
  'package.json',
];

/** Newest modification time below a path, ms; 0 where there is nothing. */
function newest(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Builds the app where dist/ is missing or older than what it is built from. */
export async function buildIfMissing(): Promise<void> {
  const changed = Math.max(...SOURCES.map((path) => newest(join(ROOT, path))));
  if (newest(BUILT) >= changed) return;
  process.stderr.write('building the app …\n');
  await build({ root: ROOT, logLevel: 'warn' });
}

export interface ServedApp {
  /** Ends in a slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the built app from this machine, with cross-origin isolation. Port 0 takes a free one. */
export async function serveApp({
  port,
  host,
}: {
  port: number;
  host?: string;
}): Promise<ServedApp> {
  await buildIfMissing();
  const server = await preview({
    root: ROOT,
    logLevel: 'warn',
    preview: { port, strictPort: false, host: host ?? '127.0.0.1' },
  });
  const address = server.httpServer.address();
  if (!address || typeof address === 'string') throw new Error('the server has no port');
  return { url: `http://localhost:${address.port}/`, close: () => server.close() };
}
