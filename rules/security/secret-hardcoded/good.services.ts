import Stripe from 'stripe';
import OpenAI from 'openai';
import crypto from 'crypto';
import { z } from 'zod';
const env = z.object({ STRIPE_KEY: z.string(), OPENAI_API_KEY: z.string() }).parse(process.env);
export const stripe = new Stripe(env.STRIPE_KEY);
export const openai = new OpenAI({ apiKey: env.OPENAI_API_KEY });
export class Keys {
  static readonly TOKEN_PREFIX = 'sk_live_';
  static readonly PASSWORD_PATTERN = '^(?=.*[A-Z])(?=.*[0-9]).{12,}$';
  static readonly SECRET_NAME = 'prod/orders/db';
  passwordLabel = 'Your password';
  readonly secretArn = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-AbCdEf';
}
export const seal = (text: string, password: string) => crypto.scryptSync(password, crypto.randomBytes(16), 32);
export enum Scope { Password = 'password-reset-v2', ApiKey = 'api-key-2024', Token = 'ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4' }
export const errors = { INVALID_TOKEN: 'E1042_INVALID', PASSWORD_TOO_SHORT: 'auth/weak-password-1', INVALID_API_KEY: 'ERR-4011' };
export const queue = { tokenKey: 'user:token:v1', secretKey: 'cache:secret:2', cacheKey: 'b7f3c9d1e5a24860' };
export const schema = { password: 'varchar(255)', token: 'char(64)', api_key: 'text', secret: 'uuid' };
export const commit = 'b7f3c9d1e5a24860b7f3c9d1e5a24860b7f3c9d1';
export const recaptchaSiteKey = '6LeIxAcTAAAAAJcZVRqyHh71UMIEGNQ_MXjiZKhI';
export const posthog = { key: 'phc_Zk3vQ9tLw7Rb2NxY5cHd8MfA4eGs6JpU1oWi0KqT' };
export const sentryDsn = 'https://9f3b7c1e5d2a8f406b1c9e7d3a5f8b20@o123.ingest.sentry.io/42';
export const fields = [{ name: 'password', label: 'Password', value: '' }, { name: 'apiKey', type: 'password', help: 'Starts with sk-' }];
export function test(password: string) {
  return password === 'undefined' || password === 'null';
}
