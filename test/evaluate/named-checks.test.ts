import { describe, expect, test } from 'vitest';
import type { Origin } from '../../src/contracts/program.js';
import { namedCheck } from '../../src/evaluate/value-tests/named-checks.js';

function origin(...texts: string[]): Origin {
  const location = { path: 'a.ts', line: 1, column: 1, endLine: 1, endColumn: 1 };
  return { kind: 'request', detail: 'request.query', lossy: false, assumed: false, stored: false, confidence: 'high', namedCheck: null, idle: [], value: null as never, steps: texts.map((text) => ({ location, text })) };
}

describe('a function that is named as a check', () => {
  test.each([
    ['is passed to this.safeFetch()', 'safeFetch'],
    ['is passed to secureFetch()', 'secureFetch'],
    ['is returned by validateAuth0Domain()', 'validateAuth0Domain'],
    ['is returned by getValidatedCallbackUrl()', 'getValidatedCallbackUrl'],
    ['is returned by sanitizeRedirectPath()', 'sanitizeRedirectPath'],
    ['is passed to assertPublicUrl()', 'assertPublicUrl'],
    ['is given to sanitize-filename()', 'sanitize-filename'],
  ])('%s', (text, name) => {
    expect(namedCheck(origin('request query is read: req.query', text), 'url')).toBe(name);
  });
});

describe('no check of an address', () => {
  test.each(['is returned by validateBody()', 'is passed to download()', 'is given to schema.safeParse()', 'is kept in "safeUrl"', 'goes through path:join()'])('%s', (text) => {
    expect(namedCheck(origin(text), 'url')).toBeNull();
  });

  test('for other sinks', () => {
    expect(namedCheck(origin('is returned by sanitizeUrl()'), 'sql')).toBeNull();
  });
});
