import { randomBytes } from 'node:crypto';
import { cleanEnv, str } from 'envalid';
import { z } from 'zod';

export const secret = process.env.SESSION_SECRET;
if (!secret) throw new Error('SESSION_SECRET is not set');

export const key = process.env.SIGNING_KEY ?? stop('SIGNING_KEY');
function stop(name: string): never {
  throw new Error(`${name} is not set`);
}

// Made anew at each start: nobody can know it.
export const cookieSecret = process.env.COOKIE_SECRET ?? randomBytes(32).toString('hex');

export const env = z.object({ JWT_SECRET: z.string().min(32), STRIPE_API_KEY: z.string().optional() }).parse(process.env);
export const cleaned = cleanEnv(process.env, { WEBHOOK_SECRET: str({ devDefault: 'whsec_dev' }) });

// No secrets, whatever they sound like.
export const publicKey = process.env.NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY ?? 'pk_test';
export const maxTokens = Number(process.env.MAX_TOKENS ?? 1024);
export const keyId = process.env.SIGNING_KEY_ID ?? 'k1';
export const rounds = process.env.MAX_ROWS_PER_PASS ?? '1000';
export const header = process.env.API_KEY_HEADER ?? 'x-api-key';
export const lifetime = process.env.ACCESS_TOKEN_EXPIRES_IN ?? '15m';

// Outside production only.
export function developmentSecret(): string | undefined {
  if (process.env.NODE_ENV !== 'production') return process.env.SESSION_SECRET ?? 'development only';
  return process.env.SESSION_SECRET;
}

// An empty text that stops the start is no fallback.
const figma = process.env.FIGMA_TOKEN || '';
if (!figma) throw new Error('FIGMA_TOKEN is not set');
export { figma };

// No secrets either: a path, a switch, keys that stand in every page.
export const credentials = process.env.GOOGLE_APPLICATION_CREDENTIALS ?? '/etc/gcp.json';
export const allow = process.env.CORS_ALLOW_CREDENTIALS ?? 'false';
export const analytics = process.env.POSTHOG_API_KEY ?? 'phc_public';
export const captcha = process.env.TURNSTILE_SITE_KEY ?? '1x00000000000000000000AA';
export const passphrase = process.env.KEYSTORE_PASSPHRASE || '';

// Servers that ask for no key are given a word for none.
export const local = { baseURL: process.env.LOCAL_AI_BASE_PATH, apiKey: process.env.LOCAL_AI_API_KEY ?? 'not-used' };
export const ollama = { apiKey: process.env.OLLAMA_AUTH_TOKEN || 'ollama' };

// What an installer proposes, its operator decides.
export const question = { type: 'password', message: 'Your password', initial: process.env.ADMIN_PASSWORD || '123456' };

// Where the files of keys lie.
export const tls = {
  key: process.env.PATH_KEY || 'C:\\Users\\Administrator\\server.key',
  signing: process.env.SIGNING_KEY ?? './keys/signing.pem',
};
