import { licenceTerms } from '../models/licence.ts';
import type { StoredModel } from '../models/stored-model.ts';
import type { Question } from './ask.ts';

/** The licence of the official weights, wherever it is named. */
const CC_BY_NC_4 = /\bCC[ -]BY-NC[ -]4\.0\b/i;
const CC_BY_NC_4_LINK = {
  text: 'Read CC BY-NC 4.0',
  href: 'https://creativecommons.org/licenses/by-nc/4.0/',
};

/** What is still to be accepted before this model is used; null where nothing is. */
export function licenceQuestion(model: StoredModel): Question | null {
  const { name, licence, licenceAccepted } = model;
  if (licenceAccepted || licenceTerms(licence) === 'free') return null;
  return {
    title: `Before you use “${name}”`,
    paragraphs: licenceWords(licence),
    ...(CC_BY_NC_4.test(licence) ? { link: CC_BY_NC_4_LINK } : {}),
    yes: 'I accept',
    no: 'Not now',
  };
}

/** A licence's name as people write it, if it is that one; else what the file says. */
export function licenceName(licence: string): string {
  return CC_BY_NC_4.test(licence) ? 'CC BY-NC 4.0' : licence;
}

function licenceWords(licence: string): readonly string[] {
  const terms = licenceTerms(licence);
  switch (terms) {
    case 'non-commercial':
      return [
        `Its licence is ${licenceName(licence)}: for research and other non-commercial use only. ` +
          'Whoever publishes something made with it names its makers.',
      ];
    case 'unknown':
      return [
        'Its licence is unknown: the file does not say what the model may be used for. ' +
          'Ask whoever gave it to you.',
        'The official InterNet weights are CC BY-NC 4.0: for research and other non-commercial use only.',
      ];
    case 'free':
    case 'unfamiliar':
      return [
        `Its file says of the licence: “${licence}”. Find out what that allows before you go on.`,
      ];
    default:
      return terms satisfies never;
  }
}
