import { describe, expect, test } from 'vitest';
import { internetWorkers } from '../../tests/fake-internet.ts';
import { openLite } from './open-lite.ts';

const url = 'https://acme.test/hands/internet-lite.onnx';

/** A server that gives every address the same answer and notes what it was asked for. */
function server(answer: () => Response) {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = (input, init) => {
    init?.signal?.throwIfAborted();
    asked.push(input instanceof Request ? input.url : String(input));
    return Promise.resolve(answer());
  };
  return { asked, fetch };
}

describe('openLite', () => {
  test('opens the file at the address', async () => {
    const { asked, fetch } = server(() => new Response('weights'));
    const { starts, create: createWorker } = internetWorkers();
    using engine = await openLite({ fetch, url, backend: 'wasm', createWorker });
    expect(asked).toEqual([url]);
    expect(starts[0]).toMatchObject({ name: 'InterNet-Lite', backend: 'wasm' });
    expect(await starts[0]!.model.text()).toBe('weights');
    expect(engine.state.backend).toBe('wasm');
  });

  test('a missing file is refused by name, and no worker is made', async () => {
    const { fetch } = server(() => new Response('', { status: 404 }));
    const { made, create: createWorker } = internetWorkers();
    await expect(openLite({ fetch, url, createWorker })).rejects.toMatchObject({
      problem: {
        type: 'internet-model-refused',
        name: 'InterNet-Lite',
        reason: `${url} answered 404`,
      },
    });
    expect(made).toEqual([]);
  });

  test('a signal ends the fetch with its own reason', async () => {
    const { fetch } = server(() => new Response(''));
    const signal = AbortSignal.abort(new Error('overtaken'));
    await expect(openLite({ fetch, url, signal })).rejects.toThrow('overtaken');
  });
});
