import { describe, expect, test } from 'vitest';
import { licenceTerms } from './licence.ts';

describe('licenceTerms', () => {
  test.each([
    ['CC-BY-NC-4.0', 'non-commercial'],
    ['CC BY-NC 4.0 (InterHand2.6M)', 'non-commercial'],
    ['For noncommercial research', 'non-commercial'],
    ['Apache-2.0', 'free'],
    ['CC-BY-4.0', 'free'],
    ['Apache-2.0 code, weights CC-BY-NC-4.0', 'non-commercial'],
    ['Ask the author', 'unfamiliar'],
    ['', 'unknown'],
  ] as const)('“%s” is %s', (licence, terms) => {
    expect(licenceTerms(licence)).toBe(terms);
  });
});
