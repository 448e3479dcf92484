// What an interface's description, a page and a sample of a webhook show is a likeness of a secret.
export const schema = {
  type: 'object',
  properties: { tokens: { type: 'array', example: [{ secret: 'a3c84b25409ea8ca1782ef17f94a42fc', name: 'Invitation' }] } },
};
export const samples = [{ provider: 'forms', body: { form: 'A1b2C3', token: '6f3e8a1c9d2b47a0b6e5f1a2c3d4e5f6' } }];
export const Field = () => <input name="key" placeholder="sk-myApiKeyToAccessMyInstance" />;

// Kinds, labels and members of an enumeration.
export const POSTGRES_PARAMETERS = { user: 'public', host: 'public', database: 'public', port: 'public', password: 'secret' };
export const WAREHOUSE_PARAMETERS = { region: 'public', secretAccessKey: 'secret' };
export const labels = { username: 'Username', password: 'Password' };
export enum MissingProfile {
  username = 'username',
  password = 'password',
}

// Not set up yet.
export const unprovisioned = { url: 'https://warehouse.invalid', username: 'pending_setup', password: 'pending_setup' };

// A default of a setting is told by the check of defaults.
export const ENCRYPTION_KEY = process.env.ENCRYPTION_KEY || 'd3v-k3y-of-ours';

// A key that a partner publishes for tests.
const TURNSTILE_TEST_SECRET_KEY = '1x0000000000000000000000000000000AA';
export const isForTests = (key: string) => key === TURNSTILE_TEST_SECRET_KEY;
