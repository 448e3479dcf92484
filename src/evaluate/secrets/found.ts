/** Secrets by their form, in any text. */
import type { Confidence } from '../../contracts/audit.js';
import { hasSecretFormat, SECRET_FORMATS } from '../../contracts/secret-formats.js';
import { isRandom } from './named.js';
import { isPlaceholder, isRepetitive } from './placeholders.js';

export interface FoundSecret {
  /** What it is: `AWS access key`, or the name that it is held by. */
  what: string;
  /** Known by its form, or by what it is called or used for. */
  by: 'form' | 'name' | 'use';
  /** What must not be shown. */
  text: string;
  confidence: Confidence;
}

/** No secret is shorter. */
const SHORTEST = 12;
/** Hosts of a developer's own machine, of a compose file and of documentation. */
const NO_PRODUCTION_HOST = /@(?:localhost|127\.\d|0\.0\.0\.0|\[::1\]|host\.docker\.internal|(?:[\w-]+\.)*example\.(?:com|org|net)|host(?:name)?\b|[a-z][a-z0-9_-]*(?=[:/?]|$))/i;
const DOCUMENTED = /EXAMPLE|example|^123e4567-e89b|1234567890|abcdefghij|0123456789/;

/** The first secret that has a known form; null when there is none. */
export function secretByForm(text: string): FoundSecret | null {
  if (text.length < SHORTEST || !hasSecretFormat(text)) return null;
  for (const { what, pattern } of SECRET_FORMATS) {
    for (const match of text.matchAll(pattern)) {
      const secret = match.groups?.['secret'] ?? match[0];
      // `sk-…` in `flask-…` is the end of a word.
      if (/^\w/.test(match[0]) && /\w/.test(text[match.index - 1] ?? '')) continue;
      if (isDocumentation(what, secret, text.slice(match.index))) continue;
      return { what, by: 'form', text: secret, confidence: confidenceOf(what, secret) };
    }
  }
  return null;
}

function isDocumentation(what: string, secret: string, from: string): boolean {
  if (what === 'connection string with a password') return isPlaceholder(secret) || /^[a-z+]+:\/\/(?:my|the|some)?[-_]?(?:user(?:name)?|login|name|usr):(?:my|the|some)?[-_]?(?:pass(?:word)?|pwd|secret)@/i.test(from) || /[${}<>*]/.test(secret) || NO_PRODUCTION_HOST.test(from.slice(0, 300)) || /^%[0-9a-z]*$/i.test(secret);
  if (what === 'bearer token in a header') return !isRandom(secret) || DOCUMENTED.test(secret);
  if (what === 'login in a header') return !isLogin(secret);
  if (what === 'private key') return /\.\.\.|…/.test(secret);
  return DOCUMENTED.test(secret) || isPlaceholder(secret) || isRepetitive(secret);
}

/** `user:password` in Base64 (RFC 7617), of which the password is no stand-in. */
function isLogin(encoded: string): boolean {
  const text = Buffer.from(encoded, 'base64').toString('latin1');
  const login = /^[\x20-\x7e]{1,100}?:([\x20-\x7e]{3,})$/.exec(text);
  return login !== null && !isPlaceholder(login[1]!) && !/^pass(?:word)?$/i.test(login[1]!);
}

/** Test keys open nothing of value, tokens may have expired, and Google's keys are often meant for browsers. */
function confidenceOf(what: string, secret: string): Confidence {
  return /_test_/.test(secret) || what === 'signed token' || what === 'bearer token in a header' || what === 'Google API key' || what === 'connection string with a password' ? 'medium' : 'high';
}
