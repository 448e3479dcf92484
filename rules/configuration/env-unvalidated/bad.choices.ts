import { createClient } from 'redis';

// Chosen by name: then its settings have to be there.
export function storage() {
  if (process.env.STORAGE_BACKEND === 's3') {
    // expect: env-unvalidated
    return { bucket: process.env.STORAGE_BUCKET };
  }
  return { directory: '/data' };
}

// Nobody reads BROKER_URL, so the parts are all there is.
// expect: env-unvalidated
export const broker = createClient({ socket: { host: process.env.BROKER_HOST } });

// Another integration being there says nothing.
export function push() {
  if (!process.env.MAIL_HOST) return null;
  // expect: env-unvalidated
  return fetch(`${process.env.PUSH_URL}/send`, { method: 'POST' });
}
