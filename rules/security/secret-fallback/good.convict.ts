// An empty default that the entry's format refuses: the service does not start without the variable.
import convict from 'convict';

convict.addFormats({
  'required-string': {
    validate: (value: unknown) => {
      if (value === '') throw new Error('a value is required');
    },
    coerce: (value: unknown) => value,
  },
});
convict.addFormat({
  name: 'long-text',
  validate(value: string) {
    if (!value || value.length < 32) throw new Error('too short');
  },
});

const config = convict({
  // ok: secret-fallback
  jwtSecret: { doc: 'signs tokens', format: 'required-string', default: '', env: 'JWT_SECRET' },
  session: {
    // ok: secret-fallback
    secret: { format: 'long-text', default: '', env: 'SESSION_SECRET' },
  },
});
config.validate({ allowed: 'strict' });
export default config;
