import { QUEUE } from './shared.js';

export function start() {
  // Set by the program for itself.
  process.env.JOBS_STARTED = 'true';
  return QUEUE;
}
export const started = () => process.env.JOBS_STARTED === 'true';

// The platform, the system, a bundler and a test set these.
export const given = [process.env.RAILWAY_PUBLIC_DOMAIN, process.env.XDG_CACHE_HOME, process.env.NEXT_PUBLIC_SITE, process.env.TESTING];
