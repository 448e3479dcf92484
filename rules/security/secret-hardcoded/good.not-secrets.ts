import crypto from 'node:crypto';
import { readFileSync } from 'node:fs';
import session from 'express-session';
import cookieParser from 'cookie-parser';

// Read from elsewhere.
export const apiKey = process.env.API_KEY;
export const password = readFileSync('/run/secrets/db_password', 'utf8').trim();
export const sessions = session({ secret: process.env.SESSION_SECRET!, resave: false, saveUninitialized: false });
export const cookies = cookieParser(process.env.COOKIE_SECRET);
export const mac = (body: string) => crypto.createHmac('sha256', process.env.HMAC_KEY!).update(body).digest('hex');
// A constant that the protocol publishes.
export const telegramKey = (token: string) => crypto.createHmac('sha256', 'WebAppData').update(token).digest();

// Placeholders.
export const examples = {
  password: 'changeme',
  secret: 'your-secret-here',
  apiKey: '<API_KEY>',
  clientSecret: 'xxxxxxxxxxxxxxxx',
  privateKey: '***',
  accessToken: '${ACCESS_TOKEN}',
};

// Names of things, no things.
export const fields = { password: 'password', newPassword: 'new_password', token: 'reset_token', apiKey: 'api-key', secret: 'string' };
export const PASSWORD_FIELD = 'userPassword';
export const TOKEN = 'ACCESS_TOKEN_PROVIDER';
export const API_KEY_HEADER = 'x-api-key';
export const routes = { resetPassword: '/reset-password', password: '/account/password', token: 'https://login.acme.io/oauth/token' };
export const messages = {
  password: 'The password must have at least 12 characters',
  secret: 'settings.secret.label',
  wrongPassword: 'Wrong password',
};
export const variables = { password: 'DB_PASSWORD', secret: 'SESSION_SECRET' };
export const columns = { password: 'password_hash', apiKey: 'api_key_hash' };
export const inputs = [{ name: 'password', type: 'password', placeholder: 'hunter2' }];
export const maxTokens = '4096x';
export const hasPassword = 'yes1234';
export const keyFile = { privateKey: './keys/server.pem' };

// Public by design.
export const publicKey = `-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEEVs/o5+uQbTjL3chynL4wXgUg2R9
q9UU8I5mEovUf86QZ7kOBIjJwqnzD1omageEHWwHdBO6B+dFabmdT9POxg==
-----END PUBLIC KEY-----`;
export const header = '-----BEGIN PRIVATE KEY-----';
export const integrity = 'sha512-9f3b7c1e5d2a8f406b1c9e7d3a5f8b209f3b7c1e5d2a8f406b1c9e7d3a5f8b20';
export const documented = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };
export const stripePublishable = 'pk_live_Zk3vQ9tLw7Rb2NxY5cHd8MfA';
export const firebase = { apiKey: 'AIza' + 'Zk3vQ9tLw7Rb2NxY5cHd8MfA4eGs6JpU1oW', authDomain: 'shop.firebaseapp.com', projectId: 'shop' };

// Development.
export const database = process.env.DATABASE_URL ?? 'postgres://postgres:postgres@localhost:5432/orders';
export const usage = 'postgres://user:password@host:5432/database';
export const built = (user: string, pass: string) => `postgres://${user}:${pass}@db.acme.io/orders`;

export function isPasswordInput(input: { type: string; password: string }) {
  return input.type === 'password' || input.password === '' || input.password === 'password';
}

// What a generator of made-up records put there.
export const people = [
  { name: 'Alexis Hopper', email: 'alexis.hopper@obliq.net', password: 'reprehenderit' },
  { name: 'Austin Bean', email: 'austin.bean@panzent.org', password: 'Adipisicing' },
];
