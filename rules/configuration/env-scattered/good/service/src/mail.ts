import { config } from './config.js';

export function transport() {
  if (process.env.NODE_ENV === 'test') return null;
  return { host: config.SMTP_HOST };
}
