import { parseArgs } from 'node:util';
import { serveApp } from './app.ts';
import { runCommand } from './run-command.ts';

const USAGE = 'npm start -- [--port N] [--host ADDRESS]';

await runCommand(USAGE, async () => {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '4173' }, host: { type: 'string' } },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`--port ${values.port} is not a port number`);
  }
  const { url } = await serveApp({ port, ...(values.host ? { host: values.host } : {}) });
  process.stdout.write(`Handstream is at ${url}  (Ctrl+C ends it)\n`);
});
