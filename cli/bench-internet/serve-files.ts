import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { extname } from 'node:path';
import type { ServedApp } from '../app.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
};

/**
 * Serves files of this machine by name, and an empty page at the root, cross-origin isolated so that
 * WebAssembly has its threads. Port 0 of the loopback interface; the caller closes it.
 * @param pathOf where a name's file lies; undefined where there is none
 */
export async function serveFiles(pathOf: (name: string) => string | undefined): Promise<ServedApp> {
  const server = createServer((request, response) => {
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    const name = decodeURIComponent(request.url ?? '/').slice(1);
    const path = pathOf(name);
    if (!name) response.writeHead(200, { 'Content-Type': 'text/html' }).end();
    else if (path && existsSync(path)) sendFile(path, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://localhost:${address.port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function sendFile(path: string, response: ServerResponse): void {
  const { size } = statSync(path);
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': size });
  createReadStream(path).pipe(response);
}
