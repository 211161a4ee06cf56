import { expect, it } from 'vitest';
import { fetchBytes } from './fetch-bytes.ts';

it('gives the whole file and counts its bytes as they come', async () => {
  const parts = [new Uint8Array([1, 2, 3]), new Uint8Array([4])];
  const body = new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      controller.close();
    },
  });
  const counts: number[] = [];
  const answer = () => Promise.resolve(new Response(body));
  const blob = await fetchBytes('/a.task', (count) => counts.push(count), answer);
  expect([...new Uint8Array(await blob.arrayBuffer())]).toEqual([1, 2, 3, 4]);
  expect(counts).toEqual([3, 1]);
});

it('names the file that is not there, or cannot be reached', async () => {
  const missing = () => Promise.resolve(new Response('no', { status: 404 }));
  await expect(fetchBytes('/a.task', () => {}, missing)).rejects.toThrow('/a.task answered 404');
  const offline = () => Promise.reject(new TypeError('Failed to fetch'));
  await expect(fetchBytes('/a.task', () => {}, offline)).rejects.toThrow('/a.task could not');
});
