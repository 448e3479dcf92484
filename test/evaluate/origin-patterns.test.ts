import { describe, expect, test } from 'vitest';
import { pinsTheHost } from '../../src/evaluate/predicates/cors/origin-patterns.js';

describe('patterns that leave no room for another domain', () => {
  test.each([
    /^https:\/\/app\.example\.com$/,
    /^https:\/\/([a-z0-9-]+\.)?example\.com$/,
    /^(https:\/\/a\.example|https:\/\/b\.example)$/,
    /^https:\/\/a\.example$|^https:\/\/b\.example$/,
    /\.example\.com$/,
    /https:\/\/example\.com$/,
    /^http:\/\/localhost:\d+$/,
    /^http:\/\/localhost:\d+/,
    /^http:\/\/localhost:/,
    /^https:\/\/[a-z|]+\.example\.com$/,
  ])('%s', (pattern) => {
    expect(pinsTheHost(pattern.source)).toBe(true);
  });
});

describe('patterns that a look-alike domain passes', () => {
  test.each([
    /example\.com/,
    /example\.com$/,
    /^https:\/\/app\.example\.com/,
    /^https:\/\/example\.com$|localhost/,
    /localhost/,
    /^http:\/\/localhost(:\d+)?/,
    /.*/,
    /^.*$/,
    /^(.*)$/,
  ])('%s', (pattern) => {
    expect(pinsTheHost(pattern.source)).toBe(false);
  });
});
