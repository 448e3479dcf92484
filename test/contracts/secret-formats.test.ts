/** What no output may tell: secrets by their form, known texts, and what stands in quotes after a name that says so. */
import { describe, expect, it } from 'vitest';
import { hasSecretFormat, lineWithoutSecrets, maskedSecret, SECRET_FORMATS, withoutSecrets } from '../../src/contracts/secret-formats.js';

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

  /** Put together here, so that no scanner takes this file for a leak. */
  const SAMPLES: Record<string, readonly string[]> = {
    'AWS access key': ['AKIA', 'ASIA', 'AROA'].map((start) => start + letters(16).toUpperCase()),
    'GitHub token': [`ghp_${letters(36)}`, `ghs_${letters(36)}`, `github_pat_${letters(22)}_${letters(59)}`],
    'GitLab token': ['pat', 'ptt', 'dt', 'rt', 'cbt'].map((kind) => `gl${kind}-${letters(20)}`),
    'Slack token': [`xoxb-${letters(24)}`, `xoxp-${letters(24)}`],
    'Slack webhook': [`https://hooks.slack.com/services/T${'A'.repeat(8)}/B${'A'.repeat(8)}/${letters(24)}`],
    'Discord webhook': [`https://discord.com/api/webhooks/${'1'.repeat(18)}/${letters(60)}`, `https://discordapp.com/api/webhooks/${'1'.repeat(18)}/${letters(60)}`],
    'Stripe secret key': [LIVE, `rk_${'test'}_${letters(24)}`],
    'Stripe webhook secret': [`whsec_${letters(32)}`],
    'Anthropic API key': [`sk-ant-api03-${letters(40)}`],
    'OpenAI API key': [`sk-proj-${letters(40)}`, `sk-${letters(48)}`],
    'Google API key': [`AIza${letters(35)}`],
    'Google OAuth client secret': [`GOCSPX-${letters(28)}`],
    'SendGrid API key': [`SG.${letters(22)}.${letters(43)}`],
    'Twilio API key': [`SK${'0a'.repeat(16)}`],
    'npm token': [`npm_${letters(36)}`],
    'Mailgun API key': [`key-${'0a'.repeat(16)}`],
    'Square token': [`sq0atp-${letters(22)}`, `EAAA${letters(60)}`],
    'Shopify token': [`shpat_${'0a'.repeat(16)}`],
    'DigitalOcean token': [`dop_v1_${'0a'.repeat(32)}`],
    'Hugging Face token': [`hf_${letters(34)}`],
    'Groq API key': [`gsk_${letters(52)}`],
    'Linear API key': [`lin_api_${letters(40)}`],
    'Telegram bot token': [`${'1'.repeat(9)}:AA${letters(33)}`],
    'bearer token in a header': [`Bearer ${letters(32)}`],
    'login in a header': [`Basic ${letters(24)}`],
    'private key': [`-----BEGIN RSA PRIVATE KEY-----\n${letters(80)}`],
    'signed token': [`eyJ${letters(12)}.eyJ${letters(12)}.${letters(24)}`],
    'connection string with a password': ['postgres://app:T4mbur1ne@db.acme.io/app'],
  };

  it.each(SECRET_FORMATS)('$what is found in a text', ({ what, pattern, mark }) => {
    const samples = SAMPLES[what] ?? [];
    expect(samples).not.toEqual([]);
    for (const sample of samples) {
      expect(sample.match(pattern)).not.toBeNull();
      expect(sample).toMatch(new RegExp(mark));
      expect(hasSecretFormat(`it is ${sample}`)).toBe(true);
    }
  });
});

function letters(count: number): string {
  return 'qwertzuiop'.repeat(10).slice(0, count);
}
