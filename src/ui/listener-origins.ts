/** The origin of a web address, as browsers compare origins; null for what is none. */
export function webOrigin(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const { protocol, origin } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? origin : null;
}

/** The origins that a text of JSON remembers; what is no origin is left out. */
export function parseOrigins(text: string | null): readonly string[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.filter((each) => typeof each === 'string' && webOrigin(each) === each);
  } catch {
    return [];
  }
}
