import pino from 'pino';

const logger = pino();
const config = { databaseUrl: process.env.DATABASE_URL ?? '', billingServiceUrl: process.env.BILLING_SERVICE_URL ?? '' };

export function start() {
  // expect: internal-url-logged P3
  logger.info(`Connecting to ${process.env.DATABASE_URL}`);
  // expect: internal-url-logged P3
  console.log('database', config.databaseUrl);
  // expect: internal-url-logged P3
  logger.debug({ url: config.billingServiceUrl }, 'calling billing');
  // A host alone is what the action asks for.
  // expect: internal-url-logged
  logger.debug(`Starting worker at host ${process.env.WORKER_REDIS_HOST}`);
}
