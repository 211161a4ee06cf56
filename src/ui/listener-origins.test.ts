import { describe, expect, test } from 'vitest';
import { parseOrigins, webOrigin } from './listener-origins.ts';

describe('the origin of an address', () => {
  test('is its scheme, host and port, as browsers write it', () => {
    expect(webOrigin('https://Robots.Example:443/arm?x#y')).toBe('https://robots.example');
    expect(webOrigin('http://localhost:8080')).toBe('http://localhost:8080');
    expect(webOrigin('https://user:word@other.example/')).toBe('https://other.example');
  });

  test('is none where there is no web page', () => {
    for (const address of [
      null,
      '',
      '*',
      'null',
      'other.example',
      'file:///a',
      'data:text/html,a',
    ]) {
      expect(webOrigin(address)).toBeNull();
    }
  });
});

describe('the origins that were allowed', () => {
  test('are those that were kept', () => {
    const kept = ['https://a.example', 'http://localhost:5000'];
    expect(parseOrigins(JSON.stringify(kept))).toEqual(kept);
  });

  test('are none where nothing useful was kept', () => {
    for (const text of [null, '', 'nonsense', 'null', '{}', '"https://a.example"']) {
      expect(parseOrigins(text)).toEqual([]);
    }
    expect(parseOrigins('["*","https://a.example/path",7,"https://b.example"]')).toEqual([
      'https://b.example',
    ]);
  });
});
