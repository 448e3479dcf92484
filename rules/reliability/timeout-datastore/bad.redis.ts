import { Queue } from 'bullmq';
import Redis from 'ioredis';
import { createClient } from 'redis';

// expect: timeout-datastore P2
export const cache = new Redis({ host: 'redis', port: 6379 });

// expect: timeout-datastore P2
export const client = createClient({ url: 'redis://redis:6379' });

// expect: timeout-datastore P2
export const queue = new Queue('mail', { connection: { host: 'redis', port: 6379 } });
