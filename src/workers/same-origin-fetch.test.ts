import { expect, it, vi } from 'vitest';
import { sameOriginFetch } from './same-origin-fetch.ts';

const ORIGIN = 'https://hands.example';

function guarded() {
  const inner = vi.fn<typeof fetch>(() => Promise.resolve(new Response('x')));
  return { inner, fetch: sameOriginFetch(inner, ORIGIN) };
}

it('refuses every other origin, MediaPipe’s log among them', async () => {
  const { inner, fetch } = guarded();
  for (const url of [
    'https://odml.pa.googleapis.com/v1/log',
    new URL('http://hands.example/a'),
    new Request('https://cdn.example/x.wasm'),
    'data:text/plain,x',
  ])
    await expect(fetch(url, { method: 'POST' })).rejects.toThrow(TypeError);
  expect(inner).not.toHaveBeenCalled();
});

it('passes on the page’s own files and blobs', async () => {
  const { inner, fetch } = guarded();
  for (const url of ['/assets/a.wasm', `${ORIGIN}/b.task`, `blob:${ORIGIN}/c`]) await fetch(url);
  expect(inner.mock.calls.map(([input]) => input)).toEqual([
    '/assets/a.wasm',
    `${ORIGIN}/b.task`,
    `blob:${ORIGIN}/c`,
  ]);
});
