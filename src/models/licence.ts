/** What a licence means to somebody who wants to use a model. */
export type LicenceTerms =
  /** For every purpose. */
  | 'free'
  | 'non-commercial'
  /** The file names one that we do not know. */
  | 'unfamiliar'
  /** The file names none. */
  | 'unknown';

const FREE = /^(?:Apache-2\.0|MIT|BSD-[23]-Clause|ISC|Zlib|Unlicense|0BSD|CC0-1\.0|CC-BY-4\.0)$/i;
const NON_COMMERCIAL = /\bNC\b|non-?commercial/i;

/** @param licence SPDX name or sentence; empty where the file does not say */
export function licenceTerms(licence: string): LicenceTerms {
  if (licence === '') return 'unknown';
  if (FREE.test(licence)) return 'free';
  return NON_COMMERCIAL.test(licence) ? 'non-commercial' : 'unfamiliar';
}
