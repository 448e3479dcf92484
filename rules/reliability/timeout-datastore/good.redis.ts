import { Queue, Worker } from 'bullmq';
import Redis from 'ioredis';
import { createClient } from 'redis';

export const cache = new Redis(process.env.REDIS_URL!, { connectTimeout: 3_000, commandTimeout: 2_000 });

export const client = createClient({ url: 'redis://redis:6379', socket: { connectTimeout: 3_000, socketTimeout: 5_000 } });

// A worker blocks on its connection.
export const blocking = new Redis({ host: 'redis', maxRetriesPerRequest: null });
export const worker = new Worker('mail', async () => {}, { connection: blocking });

// A subscriber waits on purpose.
export const subscriber = new Redis({ host: 'redis' });
void subscriber.subscribe('news');

// Judged where the connection is made.
export const queue = new Queue('mail', { connection: cache });

// A worker and the queue beside it.
const shared = new Redis(process.env.QUEUE_REDIS_URL!);
export const reports = new Queue('reports', { connection: shared });
export const reporter = new Worker('reports', async () => {}, { connection: shared });
