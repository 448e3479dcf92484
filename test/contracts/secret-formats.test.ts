/** What no output may tell: secrets by their form, known texts, and what stands in quotes after a name that says so. */
import { describe, expect, it } from 'vitest';
import { lineWithoutSecrets, maskedSecret, SECRET_FORMATS, withoutSecrets } from '../../src/contracts/secret-formats.js';

const LIVE = `sk_${'live'}_Zk3vQ9tLw7Rb2NxY5cHd8MfA`;

describe('masking', () => {
  it('shows enough of a secret to recognise it by, and at most a third', () => {
    expect(maskedSecret(LIVE)).toBe(`sk_${'live'}_****`);
    expect(maskedSecret('hunter2')).toBe('hu****');
    expect(maskedSecret('ab')).toBe('****');
  });

  it('takes secrets out of any text by their form', () => {
    expect(withoutSecrets(`charged with ${LIVE} today`)).toBe(`charged with sk_${'live'}_**** today`);
    expect(withoutSecrets('mongodb://orders:T4mbur1ne@db.acme.io/orders')).toBe('mongodb://orders:T4m****@db.acme.io/orders');
    expect(withoutSecrets('nothing here: https://acme.io/a:b')).toBe('nothing here: https://acme.io/a:b');
  });

  it('takes out texts that are known to be secrets', () => {
    expect(withoutSecrets("login('toor-toor')", ['toor-toor'])).toBe("login('too****')");
  });

  it('takes out what a line of code calls a secret', () => {
    expect(lineWithoutSecrets("  password: 'correct horse', // old", [])).toBe("  password: 'corr****', // old");
    expect(lineWithoutSecrets('const API_KEY = "b7f3c9d1e5a2";', [])).toBe('const API_KEY = "b7f3****";');
    expect(lineWithoutSecrets('JWT_SECRET=helpdesk-staging', [])).toBe('JWT_SECRET=helpd****');
    expect(lineWithoutSecrets('      DB_PASSWORD: hunter2hunter2', [])).toBe('      DB_PASSWORD: hunt****');
    expect(lineWithoutSecrets('const token = read(request);', [])).toBe('const token = read(request);');
    expect(lineWithoutSecrets('JWT_SECRET=${JWT_SECRET}', [])).toBe('JWT_SECRET=${JWT_SECRET}');
    expect(lineWithoutSecrets("const name = 'correct horse';", [])).toBe("const name = 'correct horse';");
  });
});

describe('the forms', () => {
  it('can be looked for in one pass: all have the same flags, and no group but the secret', () => {
    for (const { what, pattern } of SECRET_FORMATS) {
      expect(pattern.flags, what).toBe('g');
      expect(pattern.source.replace('(?<secret>', '(?:'), what).not.toMatch(/\(\?<[a-z]|\\[1-9]/);
    }
  });
});
