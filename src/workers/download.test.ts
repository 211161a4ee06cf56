import { describe, expect, test } from 'vitest';
import { download, nameInAddress } from './download.ts';

const ADDRESS = 'https://models.example/snapshot_20.pth.tar';

/** Downloads from a made-up site and gives what came. */
async function downloaded(
  fetch: typeof globalThis.fetch,
  { address = ADDRESS, signal = new AbortController().signal } = {},
) {
  const bytes: number[] = [];
  const fractions: number[] = [];
  const sink = { write: async (piece: Uint8Array) => void bytes.push(...piece) };
  const onProgress = (fraction: number) => fractions.push(fraction);
  await download(address, sink, { onProgress, signal, fetch });
  return { bytes, fractions };
}

/** A site that sends these pieces, and then ends or breaks off. */
function site(pieces: readonly number[][], headers: HeadersInit = {}, breaksOff = false) {
  return async () => {
    const waiting = [...pieces];
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const piece = waiting.shift();
        if (piece) controller.enqueue(Uint8Array.from(piece));
        else if (breaksOff) controller.error(new TypeError('network error'));
        else controller.close();
      },
    });
    return new Response(body, { headers });
  };
}

const problem = (problem: object) => expect.objectContaining({ problem });

describe('download', () => {
  test('writes what comes, with the fraction of the length that was told', async () => {
    const answer = site([[1, 2, 3], [4]], { 'Content-Length': '4' });
    expect(await downloaded(answer)).toEqual({ bytes: [1, 2, 3, 4], fractions: [0.75, 1] });
  });

  test('tells no fraction where the length is not told', async () => {
    expect(await downloaded(site([[1, 2]]))).toEqual({ bytes: [1, 2], fractions: [] });
  });

  test('never passes 1 where the server compressed what it measured', async () => {
    const answer = site([[1, 2, 3], [4]], { 'Content-Length': '2' });
    expect((await downloaded(answer)).fractions).toEqual([1, 1]);
  });

  test('sends no cookies and no referrer', async () => {
    let asked: RequestInit | undefined;
    await downloaded(async (_, init) => {
      asked = init;
      return new Response(new Uint8Array(1));
    });
    expect(asked).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
  });

  test.each(['snapshot_20.pth.tar', 'ftp://example.org/a.onnx', 'file:///etc/passwd', ''])(
    '“%s” is no web address',
    async (address) => {
      await expect(downloaded(site([]), { address })).rejects.toEqual(
        problem({ type: 'no-web-address', address }),
      );
    },
  );

  test('says that a site cannot be reached, refuses, or breaks off', async () => {
    const offline = () => Promise.reject(new TypeError('Failed to fetch'));
    const address = ADDRESS;
    await expect(downloaded(offline)).rejects.toEqual(problem({ type: 'unreachable', address }));
    const missing = async () => new Response('no', { status: 404 });
    const refused = { type: 'refused', address, status: 404 };
    await expect(downloaded(missing)).rejects.toEqual(problem(refused));
    const torn = site([[1]], {}, true);
    await expect(downloaded(torn)).rejects.toEqual(problem({ type: 'broken-off', address }));
  });

  test('a cancelled one ends with the reason of its signal', async () => {
    const cancelling = new AbortController();
    const pending = downloaded(
      (_, init) =>
        new Promise((_, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new TypeError('gone')));
        }),
      { signal: cancelling.signal },
    );
    cancelling.abort();
    await expect(pending).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('nameInAddress', () => {
  test.each([
    [ADDRESS, 'snapshot_20.pth.tar'],
    ['https://models.example/my%20model.onnx?download=1#x', 'my model.onnx'],
    ['https://models.example/100%.onnx', '100%.onnx'],
    ['https://models.example/', 'models.example'],
    ['no address', 'no address'],
  ])('%s: %s', (address, name) => {
    expect(nameInAddress(address)).toBe(name);
  });
});
