import pino from 'pino';

const logger = pino();
const port = Number(process.env.PORT ?? 3000);
const databaseUrl = process.env.DATABASE_URL;

export function start(publicUrl: string) {
  logger.info(`Listening on ${publicUrl}, port ${port}`);
  if (!databaseUrl) logger.error('DATABASE_URL is not set');
  logger.info({ hasDatabaseUrl: Boolean(databaseUrl) }, 'starting');
  logger.info('Sentry', environment.sentry.dsn);
  logger.info({ terms_of_service_url: publicUrl }, 'found');
  logger.info('Connecting to the orders database');
  logger.debug(`connecting to ${obfuscatedConfig.databaseUrl}`);
}

const environment = { sentry: { dsn: process.env.SENTRY_DSN } };
const obfuscatedConfig = { databaseUrl: databaseUrl?.replace(/:[^:@]*@/, ':***@') };
