import { describe, expect, test } from 'vitest';
import type { StoredModel } from '../models/stored-model.ts';
import { licenceQuestion } from './licence-question.ts';
import { networkWords, originWords, sizeWords } from './model-words.ts';

const MODEL: StoredModel = {
  id: 'a',
  name: 'snapshot_20.pth.tar',
  sha256: 'aa',
  bytes: 189_400_000,
  variant: 'official',
  inputSize: 256,
  precision: 'fp32',
  licence: 'CC BY-NC 4.0 (InterHand2.6M)',
  source: '',
  addedAt: '2026-11-21T10:00:00.000Z',
  licenceAccepted: false,
};

describe('a model in words', () => {
  test('says which network it is, and where it comes from', () => {
    expect(networkWords(MODEL)).toBe('InterNet · 256 px · fp32 · 189 MB');
    expect(originWords(MODEL)).toBe('CC BY-NC 4.0 · added 21 Nov 2026');
    expect(originWords({ ...MODEL, licence: '' })).toBe('Licence unknown · added 21 Nov 2026');
  });

  test('counts small files with a decimal', () => {
    expect(sizeWords(1_164_093)).toBe('1.2 MB');
  });
});

describe('licenceQuestion', () => {
  test('says what a non-commercial licence means, and links to it', () => {
    const question = licenceQuestion(MODEL);
    expect(question?.paragraphs.join(' ')).toMatch(
      /CC BY-NC 4\.0: for research and other non-commercial use only/,
    );
    expect(question?.link?.href).toContain('by-nc/4.0');
  });

  test('an unknown licence is said to be unknown', () => {
    expect(licenceQuestion({ ...MODEL, licence: '' })?.paragraphs[0]).toContain('unknown');
  });

  test('an unfamiliar one is quoted, without a link', () => {
    const question = licenceQuestion({ ...MODEL, licence: 'Ask my boss' });
    expect(question?.paragraphs[0]).toContain('“Ask my boss”');
    expect(question?.link).toBeUndefined();
  });

  test('asks nothing once accepted, nor where everything is allowed', () => {
    expect(licenceQuestion({ ...MODEL, licenceAccepted: true })).toBeNull();
    expect(licenceQuestion({ ...MODEL, licence: 'Apache-2.0' })).toBeNull();
  });
});
