import { ExportFailure, placeProblem } from './export-failure.ts';

/**
 * Writes a file in a place that the user chose. The browser puts it there when it is whole: what was
 * there before stays until then, and for good where this fails or its worker is ended.
 * @throws ExportFailure place-full, place-unwritable; what `parts` throws
 */
export async function writeToPlace(
  place: FileSystemFileHandle,
  parts: AsyncIterable<Blob> | Iterable<Blob>,
): Promise<void> {
  const placing = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw new ExportFailure(placeProblem(place.name, error));
    });
  const writable = await placing(place.createWritable());
  try {
    for await (const part of parts) await placing(writable.write(part));
    await placing(writable.close());
  } catch (error) {
    // What is broken already need not be given up.
    await writable.abort().catch(() => {});
    throw error;
  }
}
