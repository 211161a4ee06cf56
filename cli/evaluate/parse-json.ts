/** Text longer than this is taken apart first: V8's strings end at 512 MiB, InterHand2.6M's files do not. */
const WHOLE_BYTES = 256 * 1024 * 1024;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const [ARRAY, ARRAY_END, OBJECT, OBJECT_END] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * JSON.parse of UTF-8 bytes, however many.
 * @param wholeBytes up to which length a value is parsed at once
 * @throws SyntaxError
 */
export function parseJson(bytes: Buffer, wholeBytes = WHOLE_BYTES): unknown {
  const text = trimmed(bytes);
  const isArray = text[0] === ARRAY;
  if (text.length <= wholeBytes || !(isArray || text[0] === OBJECT)) {
    return JSON.parse(text.toString('utf8'));
  }
  if (text.at(-1) !== (isArray ? ARRAY_END : OBJECT_END)) {
    throw new SyntaxError('it does not end as it begins');
  }
  const parts = dividedAt(COMMA, text.subarray(1, -1));
  if (isArray) return parts.map((part) => parseJson(part, wholeBytes));
  return Object.fromEntries(
    parts.map((member) => {
      const [key, value, ...more] = dividedAt(COLON, member);
      if (!key || !value || more.length > 0) throw new SyntaxError('an object has a broken member');
      return [JSON.parse(key.toString('utf8')) as string, parseJson(value, wholeBytes)];
    }),
  );
}

/** What lies between the separators that are in no string, array or object of the text's own. */
function dividedAt(separator: number, text: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let start = 0;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const byte = text[i]!;
    if (byte === QUOTE) i = endOfString(text, i);
    else if (byte === ARRAY || byte === OBJECT) depth += 1;
    else if (byte === ARRAY_END || byte === OBJECT_END) depth -= 1;
    else if (byte === separator && depth === 0) {
      parts.push(text.subarray(start, i));
      start = i + 1;
    }
  }
  if (depth !== 0) throw new SyntaxError('brackets do not match');
  return [...parts, text.subarray(start)];
}

/** Where the string that begins at `start` has its closing quote. */
function endOfString(text: Buffer, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === BACKSLASH) i += 1;
    else if (text[i] === QUOTE) return i;
  }
  throw new SyntaxError('a string does not end');
}

function trimmed(text: Buffer): Buffer {
  const isSpace = (byte: number | undefined) => byte !== undefined && byte <= 0x20;
  let [start, end] = [0, text.length];
  while (isSpace(text[start])) start += 1;
  while (end > start && isSpace(text[end - 1])) end -= 1;
  return text.subarray(start, end);
}
