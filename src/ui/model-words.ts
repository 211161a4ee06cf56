import type { StoredModel } from '../models/stored-model.ts';
import type { Question } from './ask.ts';
import { licenceName } from './licence-question.ts';

const VARIANTS: Readonly<Record<StoredModel['variant'], string>> = {
  official: 'InterNet',
  mmpose: 'InterNet (MMPose)',
  lite: 'InterNet-Lite',
};

/** Which network it is, and how large: "InterNet · 256 px · fp32 · 189 MB". */
export function networkWords({ variant, inputSize, precision, bytes }: StoredModel): string {
  return [VARIANTS[variant], `${inputSize} px`, precision, sizeWords(bytes)].join(' · ');
}

/** Where it comes from, in law and time: "CC BY-NC 4.0 · added 21 Nov 2026". */
export function originWords({ licence, addedAt }: StoredModel): string {
  const added = new Date(addedAt).toLocaleDateString('en-GB', { dateStyle: 'medium' });
  return `${licence ? licenceName(licence) : 'Licence unknown'} · added ${added}`;
}

/** In powers of ten, as shops count. */
export function sizeWords(bytes: number): string {
  const megabytes = bytes / 1e6;
  return megabytes < 10 ? `${megabytes.toFixed(1)} MB` : `${megabytes.toFixed(0)} MB`;
}

export function removeQuestion({ name, bytes }: StoredModel): Question {
  return {
    title: `Remove “${name}”?`,
    paragraphs: [
      `It is deleted from this browser, which frees ${sizeWords(bytes)}. The file you added it from stays.`,
    ],
    yes: 'Remove',
    no: 'Keep it',
  };
}
