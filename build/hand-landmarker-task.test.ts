import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, createServer } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { handLandmarkerTask } from './hand-landmarker-task.ts';

const PAGE = `import url, { byteLength } from 'virtual:hand-landmarker-task';
new Worker(new URL('./task.worker.js', import.meta.url), { type: 'module' });
console.log(url, byteLength);`;
const WORKER = `import url from 'virtual:hand-landmarker-task'; postMessage(url);`;

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'handstream-task-'));
  await writeFile(join(root, 'index.html'), '<script type="module" src="./page.js"></script>');
  await writeFile(join(root, 'page.js'), PAGE);
  await writeFile(join(root, 'task.worker.js'), WORKER);
});
afterAll(() => rm(root, { recursive: true }));

const config = () => ({
  root,
  base: './',
  configFile: false as const,
  logLevel: 'silent' as const,
  plugins: [handLandmarkerTask()],
  worker: { format: 'es' as const, plugins: () => [handLandmarkerTask()] },
});

it('a build emits the bundle once, hashed, for the page and its worker', async () => {
  const result = await build({ ...config(), build: { write: false } });
  if (!('output' in result)) throw new Error('expected one output');
  const tasks = result.output.filter(({ fileName }) => fileName.endsWith('.task'));
  expect(tasks.map(({ fileName }) => fileName)).toEqual([
    expect.stringMatching(/^assets\/hand_landmarker-[\w-]{8}\.task$/),
  ]);
  const name = tasks[0]!.fileName.replace('assets/', '');
  const scripts = result.output.filter(({ fileName }) => fileName.endsWith('.js'));
  expect(scripts.length).toBe(2);
  for (const script of scripts)
    expect('code' in script ? script.code : String(script.source)).toContain(name);
});

it('the dev server serves it with its length', async () => {
  const server = await createServer({ ...config(), server: { port: 0, host: '127.0.0.1' } });
  try {
    await server.listen();
    const origin = server.resolvedUrls?.local[0] ?? '';
    const script = await server.transformRequest('virtual:hand-landmarker-task');
    const [, path, size] =
      /"([^"]+\.task)"[\s\S]*byteLength = (\d+)/.exec(script?.code ?? '') ?? [];
    const response = await fetch(new URL(path ?? '', origin));
    expect(response.headers.get('Content-Length')).toBe(size);
    expect((await response.arrayBuffer()).byteLength).toBe(Number(size));
  } finally {
    await server.close();
  }
});
