/**
 * Writes all of the bytes, or throws. On a full disk the specification wants an error; Firefox writes
 * what fits and says how much, Chrome says a number larger than what it was given (wa-sqlite#336).
 * @throws DOMException QuotaExceededError, or what else the disk says
 */
export function writeAll(
  file: FileSystemSyncAccessHandle,
  bytes: Uint8Array<ArrayBuffer>,
  at: number,
): void {
  const written = file.write(bytes, { at });
  if (written === bytes.length) return;
  const said = `${written} of ${bytes.length} bytes were written`;
  throw new DOMException(said, 'QuotaExceededError');
}
