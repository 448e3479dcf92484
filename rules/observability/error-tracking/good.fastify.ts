import * as Sentry from '@sentry/node';
import Fastify from 'fastify';

Sentry.init({ dsn: process.env.SENTRY_DSN });
const app = Fastify();
Sentry.setupFastifyErrorHandler(app);
app.get('/orders', async () => []);
await app.listen({ port: 3000 });
