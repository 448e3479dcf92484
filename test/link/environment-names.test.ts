/** The vocabulary of variable names. */
import { describe, expect, it } from 'vitest';
import { isConfigurationPath, isHarmlessName, isPublicName, isRequiredName, isSecretName } from '../../src/link/environment/names.js';

describe('names', () => {
  it.each([
    'JWT_SECRET', 'JWTSECRET', 'jwtSecret', 'SESSION_SECRET_1', 'JWT_SECRET_PREVIOUS', 'PRIVATE_KEY_BASE64', 'STRIPE_API_KEY', 'SENDGRID_APIKEY', 'DB_PASSWORD',
    'DBPASSWORD', 'SMTP_PASS', 'GITHUB_TOKEN', 'VERCEL_TOKEN', 'AWS_SECRET_ACCESS_KEY', 'ENCRYPTION_KEY', 'APP_KEYS', 'PASSWORD_PEPPER', 'HASH_SALT', 'DB_CREDENTIALS',
  ])('%s is a secret, and required', (name) => {
    expect([isSecretName(name), isRequiredName(name), isHarmlessName(name)]).toEqual([true, true, false]);
  });

  it.each([
    'PUBLIC_KEY', 'STRIPE_PUBLISHABLE_KEY', 'NEXT_PUBLIC_API_KEY', 'VITE_TOKEN', 'AWS_ACCESS_KEY_ID', 'MAX_TOKENS', 'PARTITION_KEY', 'CACHE_KEY', 'API_KEY_HEADER',
    'TURNSTILE_SITE_KEY', 'POSTHOG_API_KEY', 'GOOGLE_APPLICATION_CREDENTIALS', 'CORS_ALLOW_CREDENTIALS', 'ACCESS_TOKEN_EXPIRES_IN', 'SALT_ROUNDS', 'PWD', 'SECRET_NAME',
  ])('%s is none', (name) => {
    expect(isSecretName(name)).toBe(false);
  });

  it.each([
    'PORT', 'HOST', 'NODE_ENV', 'LOG_LEVEL', 'APP_LOG_LEVEL', 'TZ', 'CI', 'DEBUG', 'NEXT_DEBUG_AUTH', 'TESTING', 'HTTP_TIMEOUT_MS', 'CACHE_TTL', 'ENABLE_CACHE', 'AWS_REGION',
    'VERCEL_URL', 'VERCEL_ENV', 'RAILWAY_PUBLIC_DOMAIN', 'KUBERNETES_SERVICE_HOST', 'XDG_CACHE_HOME', 'OTEL_EXPORTER_OTLP_ENDPOINT', 'npm_package_version', 'ACME_DISABLE_TELEMETRY', 'ACME_DROP_DATABASE', 'HMR_URL_OVERRIDE', 'METRICS_APP_NAME',
  ])('%s is harmless', (name) => {
    expect([isHarmlessName(name), isRequiredName(name)]).toEqual([true, false]);
  });

  it.each([
    'DATABASE_URL', 'REDIS_HOST', 'REDIS_PORT', 'SMTP_HOST', 'KAFKA_BROKERS', 'STATS_DSN', 'S3_BUCKET', 'CORS_ORIGINS', 'TAX_RATE', 'MONGODB_URI', 'DB_NAME', 'API_ENDPOINT',
  ])('%s is required, and no secret', (name) => {
    expect([isRequiredName(name), isSecretName(name), isHarmlessName(name)]).toEqual([true, false, false]);
  });

  it.each(['QUEUE_NAME', 'DROP_DATABASE', 'DENYLIST_URLS', 'SSRF_BYPASS_HOSTS', 'LICENSE_SERVER_OVERRIDE_URL', 'COMPANY', 'SENTRY_DSN', 'JAEGER_HOST', 'LISTEN_ADDRESS', 'COOKIE_DOMAIN', 'TEST_DB_NAME', 'AWS_S3_ENDPOINT', 'REDIS_DB', 'STRIPE_SECRET_KEY_TEST'])('%s is not required', (name) => {
    expect(isRequiredName(name)).toBe(false);
  });

  it('Vite defines BASE_URL and MODE itself', () => {
    expect(isRequiredName('BASE_URL', 'global:import.meta.env.BASE_URL')).toBe(false);
    expect(isRequiredName('BASE_URL', 'global:process.env.BASE_URL')).toBe(true);
  });

  it('knows the prefixes of the bundlers', () => {
    expect(['NEXT_PUBLIC_X', 'VITE_X', 'EXPO_PUBLIC_X', 'NEXT_PRIVATE_X'].map(isPublicName)).toEqual([true, true, true, false]);
  });

  it.each([
    ['src/config.ts', true], ['src/config/database.ts', true], ['src/app.config.ts', true], ['lib/env.mjs', true], ['src/constants/app.ts', true], ['src/constants.ts', true], ['newrelic.js', true], ['src/instrument.ts', true], ['instrumentation-node.ts', true], ['src/environments/prod.ts', true],
    ['src/mail.ts', false], ['src/configure-routes.ts', false], ['src/environmental/report.ts', false],
  ])('%s', (path, expected) => {
    expect(isConfigurationPath(path)).toBe(expected);
  });
});
