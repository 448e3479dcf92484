import * as Sentry from '@sentry/node';

// Loaded before everything else, the configuration module among it.
Sentry.init({ dsn: process.env.SENTRY_DSN });
