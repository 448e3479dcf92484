// Formats that take an empty text.
import convict from 'convict';

convict.addFormat({
  name: 'short-text',
  validate(value: string) {
    if (value.length > 100) throw new Error('too long');
  },
});

const config = convict({
  // expect: secret-fallback P1
  jwtSecret: { doc: 'signs tokens', format: String, default: '', env: 'JWT_SECRET' },
  // expect: secret-fallback P1
  sessionSecret: { format: 'short-text', default: '', env: 'SESSION_SECRET' },
  // expect: secret-fallback P1
  cookieSecret: { format: '*', default: '', env: 'COOKIE_SECRET' },
});
config.validate({ allowed: 'strict' });
export default config;
