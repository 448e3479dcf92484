/**
 * Secrets that are known by their form, and how a secret is shown without being told. The prefixes are those that the providers
 * publish for secret scanning (docs.github.com, "Supported secret scanning patterns", and their own documentation, November 2026).
 */

export interface SecretFormat {
  /** What it is, for messages: `AWS access key id`. */
  what: string;
  /** With the flag `g`. The group `secret`, or the whole match, is what must not be shown. */
  pattern: RegExp;
  /** An expression for something short that stands in every match: a text without any of these needs no closer look. */
  mark: string;
}

const EDGE = '(?<![A-Za-z0-9_/+-])';
const END = '(?![A-Za-z0-9])';
const token = (source: string) => new RegExp(`${EDGE}${source}${END}`, 'g');

export const SECRET_FORMATS: readonly SecretFormat[] = [
  { what: 'AWS access key', pattern: token('(?:AKIA|ASIA|AROA)[A-Z2-7]{16}'), mark: 'A(?:KIA|SIA|ROA)' },
  { what: 'GitHub token', pattern: token('(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})'), mark: 'gh[pousr]_|github_pat_' },
  { what: 'GitLab token', pattern: token('gl(?:pat|ptt|dt|rt|cbt)-[A-Za-z0-9_-]{20,}'), mark: 'gl(?:pat|ptt|dt|rt|cbt)-' },
  { what: 'Slack token', pattern: token('xox[abeoprs]-[A-Za-z0-9-]{20,}'), mark: 'xox[abeoprs]-' },
  { what: 'Slack webhook', pattern: /https:\/\/hooks\.slack\.com\/services\/(?<secret>T[A-Z0-9]{6,}\/B[A-Z0-9]{6,}\/[A-Za-z0-9]{16,})/g, mark: 'hooks\\.slack' },
  { what: 'Discord webhook', pattern: /https:\/\/discord(?:app)?\.com\/api\/webhooks\/\d{15,}\/(?<secret>[A-Za-z0-9_-]{40,})/g, mark: 'discord(?:app)?\\.com' },
  { what: 'Stripe secret key', pattern: token('(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,}'), mark: '[sr]k_(?:live|test)_' },
  { what: 'Stripe webhook secret', pattern: token('whsec_[A-Za-z0-9+/=]{24,}'), mark: 'whsec_' },
  { what: 'Anthropic API key', pattern: token('sk-ant-[A-Za-z0-9]+-[A-Za-z0-9_-]{20,}'), mark: 'sk-ant-' },
  { what: 'OpenAI API key', pattern: token('sk-(?:proj|svcacct|admin)-[A-Za-z0-9_-]{20,}|sk-[A-Za-z0-9]{20,}'), mark: 'sk-[A-Za-z0-9]' },
  { what: 'Google API key', pattern: token('AIza[A-Za-z0-9_-]{35}'), mark: 'AIza' },
  { what: 'Google OAuth client secret', pattern: token('GOCSPX-[A-Za-z0-9_-]{28}'), mark: 'GOCSPX-' },
  { what: 'SendGrid API key', pattern: token('SG\\.[A-Za-z0-9_-]{16,32}\\.[A-Za-z0-9_-]{16,64}'), mark: 'SG\\.' },
  { what: 'Twilio API key', pattern: token('SK[0-9a-f]{32}'), mark: 'SK[0-9a-f]{4}' },
  { what: 'npm token', pattern: token('npm_[A-Za-z0-9]{36}'), mark: 'npm_' },
  { what: 'Mailgun API key', pattern: token('key-[0-9a-f]{32}'), mark: 'key-[0-9a-f]{4}' },
  { what: 'Square token', pattern: token('(?:sq0(?:atp|csp)-[A-Za-z0-9_-]{22,43}|EAAA[A-Za-z0-9_-]{60})'), mark: 'sq0|EAAA' },
  { what: 'Shopify token', pattern: token('shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}'), mark: 'shp(?:at|ca|pa|ss)_' },
  { what: 'DigitalOcean token', pattern: token('do[opr]_v1_[0-9a-f]{64}'), mark: 'do[opr]_v1_' },
  { what: 'Hugging Face token', pattern: token('hf_[A-Za-z]{34,}'), mark: 'hf_' },
  { what: 'Groq API key', pattern: token('gsk_[A-Za-z0-9]{48,}'), mark: 'gsk_' },
  { what: 'Linear API key', pattern: token('lin_api_[A-Za-z0-9]{40}'), mark: 'lin_api_' },
  { what: 'Telegram bot token', pattern: token('\\d{8,10}:AA[A-Za-z0-9_-]{33}'), mark: ':AA' },
  // Authorization headers (RFC 6750, RFC 7617).
  { what: 'bearer token in a header', pattern: /\bBearer (?<secret>[A-Za-z0-9._~+/-]{20,}=*)(?![A-Za-z0-9])/g, mark: 'Bearer ' },
  { what: 'login in a header', pattern: /\bBasic (?<secret>[A-Za-z0-9+/]{8,}={0,2})(?![A-Za-z0-9+/=])/g, mark: 'Basic ' },
  { what: 'private key', pattern: /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY(?: BLOCK)?-----(?<secret>(?:\s|\\n)*[A-Za-z0-9+/=\s\\]{64,})/g, mark: '-----BEGIN' },
  { what: 'signed token', pattern: token('eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{20,}'), mark: 'eyJ' },
  { what: 'connection string with a password', pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/'"`<>{}[\]]*:(?<secret>[^\s@/'"`]{1,200})@[^\s'"`]/g, mark: '://' },
];

const ANY_MARK = new RegExp(SECRET_FORMATS.map(({ mark }) => mark).join('|'));
/** One look tells that a text holds none, which nearly all do. */
const ANY_FORMAT = new RegExp(SECRET_FORMATS.map(({ pattern }) => pattern.source.replaceAll('?<secret>', '?:')).join('|'));

/** Whether anything in the text has one of the forms. */
export function hasSecretFormat(text: string): boolean {
  return ANY_MARK.test(text) && ANY_FORMAT.test(text);
}

/** Enough of it to recognise it by, and no more than a third. */
const MOST_SHOWN = 8;

export function maskedSecret(secret: string): string {
  const flat = secret.replace(/\s+/g, ' ').trim();
  return `${flat.slice(0, Math.min(MOST_SHOWN, Math.floor(flat.length / 3)))}****`;
}

/** `password: 'x'`, `API_KEY="x"`: what stands in quotes after a name that ends so. */
const NAMED = /((?:password|passwd|pwd|passphrase|secret|api_?-?key|secret_?key|private_?key|access_?key|auth_?token|access_?token)["'\]]*\s*[:=]\s*["'`])([^"'`]{4,})(?=["'`])/gi;

/** `API_KEY=x` of an environment file, `API_KEY: x` of YAML: what stands without quotes after a name in capitals that ends so. */
const SETTING = /^(\s*(?:-\s*)?(?:export\s+)?[A-Z][A-Z0-9_]*(?:PASSWORD|PASSWD|PWD|PASSPHRASE|SECRET|KEY|TOKEN|CREDENTIALS?)\s*[:=]\s*)([^\s"'`$<{(][^\s"'`]{3,})/;

/** A text as it may be shown: without what has the form of a secret, and without the texts that are known to be secrets. */
export function withoutSecrets(text: string, known: readonly string[] = []): string {
  let shown = text;
  for (const secret of known) if (secret !== '') shown = shown.replaceAll(secret, maskedSecret(secret));
  if (!hasSecretFormat(shown)) return shown;
  for (const { pattern } of SECRET_FORMATS) {
    shown = shown.replace(pattern, (...match: unknown[]) => {
      const whole = String(match[0]);
      const groups = match.at(-1);
      const secret = typeof groups === 'object' && groups !== null ? (groups as Record<string, string>)['secret'] : undefined;
      return secret === undefined ? maskedSecret(whole) : whole.replace(secret, maskedSecret(secret));
    });
  }
  return shown;
}

/** The same for a line of a file: without what stands after such a name, too. */
export function lineWithoutSecrets(line: string, known: readonly string[]): string {
  const mask = (whole: string, before: string, secret: string) => (secret.endsWith('****') ? whole : before + maskedSecret(secret));
  return withoutSecrets(line, known).replace(NAMED, mask).replace(SETTING, mask);
}
