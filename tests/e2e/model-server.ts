import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A web site of somebody else's, with models on it. */
export interface ModelServer extends AsyncDisposable {
  /** Ends in a slash. */
  readonly url: string;
}

/**
 * Serves one file on a port of its own, so from another origin: /model.pth.tar for every page,
 * /closed.pth.tar for its own pages alone, /endless.pth.tar without ever coming to its end.
 */
export async function serveModel(file: Buffer): Promise<ModelServer> {
  const open = { 'Access-Control-Allow-Origin': '*' };
  const answers: Record<string, (response: ServerResponse) => void> = {
    '/model.pth.tar': (response) => {
      response.writeHead(200, { ...open, 'Content-Length': file.length }).end(file);
    },
    '/closed.pth.tar': (response) => {
      response.writeHead(200).end(file);
    },
    '/endless.pth.tar': (response) => {
      response.writeHead(200, { ...open, 'Content-Length': file.length * 2 }).write(file);
    },
  };
  const server = createServer(({ url }, response) => {
    const answer = answers[url ?? ''];
    if (answer) answer(response);
    else response.writeHead(404, open).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- listening on a port
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
