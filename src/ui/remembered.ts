/** What the user chose here before; null where nothing, or where storage is forbidden. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(`handstream.${key}`);
  } catch {
    return null;
  }
}

/** Remembers a choice, or forgets it; where storage is forbidden it lasts as long as the page. */
export function remember(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(`handstream.${key}`);
    else localStorage.setItem(`handstream.${key}`, value);
  } catch {
    // See above.
  }
}
