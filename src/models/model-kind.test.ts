import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hasGolden } from '../../tests/golden.ts';
import { modelKind } from './model-kind.ts';

const ascii = (text: string) => new TextEncoder().encode(text);

describe('modelKind', () => {
  test('knows the beginning of an ONNX file', () => {
    expect(modelKind(Uint8Array.of(0x08, 0x08, 0x12, 0x07))).toBe('onnx');
  });

  test.each([
    ['a text', ascii('not a model at all')],
    ['a web page', ascii('<!doctype html>')],
    ['nothing', new Uint8Array()],
    ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ['an MP4', Uint8Array.of(0, 0, 0, 0x20, ...ascii('ftypisom'))],
    ['a WebM', Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3)],
  ])('%s is none', (_, head) => {
    expect(modelKind(head)).toBeNull();
  });
});

describe.skipIf(!hasGolden)('modelKind (needs ../shared/golden)', () => {
  test.each([
    'internet_official_small_zip.pth.tar',
    'internet_official_small_legacy.pth.tar',
    'internet_mmpose1x_small_legacy.pth',
    'internet_mmpose0x_small_zip.pth',
  ])('%s is a checkpoint', (name) => {
    const url = new URL(`../../../shared/golden/${name}`, import.meta.url);
    expect(modelKind(readFileSync(url))).toBe('checkpoint');
  });
});
