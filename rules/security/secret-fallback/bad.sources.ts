import { ConfigService } from '@nestjs/config';
import { cleanEnv, str } from 'envalid';
import { z } from 'zod';

// expect: secret-fallback P0
export const sessionSecret = process.env.SESSION_SECRET || 'keyboard cat';
// expect: secret-fallback
export const apiKey = process.env.STRIPE_API_KEY ?? 'placeholder-key';
// expect: secret-fallback
export const { DB_PASSWORD = 'postgres' } = process.env;
// expect: secret-fallback P1
export const token = process.env.ADMIN_TOKEN ?? '';

// expect: secret-fallback
let encryptionKey = process.env.ENCRYPTION_KEY;
if (encryptionKey === undefined) {
  encryptionKey = '0123456789abcdef0123456789abcdef';
}
export { encryptionKey };

export const env = z
  .object({
    // expect: secret-fallback
    JWT_SECRET: z.string().min(8).default('development-secret'),
  })
  .parse(process.env);

export const cleaned = cleanEnv(process.env, {
  // expect: secret-fallback
  WEBHOOK_SECRET: str({ default: 'whsec' }),
});

export class Tokens {
  constructor(private readonly config: ConfigService) {}
  // expect: secret-fallback
  secret = () => this.config.get('REFRESH_TOKEN_SECRET', 'refresh');
}

// expect: secret-fallback
export function connect(password = process.env.REDIS_PASSWORD || DEFAULT_PASSWORD) {
  return password;
}
const DEFAULT_PASSWORD = 'redis';

// expect: secret-fallback P0
export const previous = process.env.JWT_SECRET_PREVIOUS ?? 'old-secret';
// expect: secret-fallback
export const signing = (process.env.SIGNING_KEYS || 'k1,k2').split(',');
// expect: secret-fallback
export const database = process.env.DBPASSWORD || 'root';

// A throw that a literal never reaches.
// expect: secret-fallback
const pepper = process.env.PASSWORD_PEPPER || 'pepper';
if (!pepper) throw new Error('PASSWORD_PEPPER is not set');
export { pepper };

// What signs needs a secret, whatever the word is.
// expect: secret-fallback P0
export const hook = process.env.WEBHOOK_TOKEN ?? 'none';

// Keys of somebody else's service, which refuses calls without one: listed, with low confidence.
// expect: secret-fallback P1
export const stripe = process.env.STRIPE_SECRET_KEY ?? '';
// expect: secret-fallback P1
export const google = process.env.GOOGLE_OAUTH_CLIENT_SECRET || '';
// expect: secret-fallback P1
export const session = process.env.NEXTAUTH_SECRET || '';
