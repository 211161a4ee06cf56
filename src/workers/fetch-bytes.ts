/**
 * Fetches a file whole and tells how many bytes have come.
 * @param onBytes called with each part's size, bytes after decompression
 * @throws Error that names the file, where it cannot be had
 */
export async function fetchBytes(
  url: string,
  onBytes: (count: number) => void,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<Blob> {
  const response = await fetch(url).catch((cause: unknown) => {
    throw new Error(`${url} could not be fetched`, { cause });
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(part, controller) {
      onBytes(part.length);
      controller.enqueue(part);
    },
  });
  const type = response.headers.get('Content-Type') ?? '';
  if (!response.body) throw new Error(`${url} is empty`);
  return new Response(response.body.pipeThrough(counted), {
    headers: { 'Content-Type': type },
  }).blob();
}
