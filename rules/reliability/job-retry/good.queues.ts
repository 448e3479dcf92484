import { Queue } from 'bullmq';
import Bull from 'bull';

const connection = { host: process.env.REDIS_HOST };
const retries = { attempts: 5, backoff: { type: 'exponential', delay: 2000 } };
const mails = new Queue('mails', { connection, defaultJobOptions: retries });
const reports = new Bull('reports', process.env.REDIS_URL!);
const ticks = new Queue('ticks', { connection });

export async function welcome(userId: string) {
  await mails.add('welcome', { userId });
  await reports.add({ userId }, retries);
  await reports.add('named', { userId }, { attempts: 3, backoff: 5000 });
  // Tried once on purpose; and what a schedule repeats.
  await ticks.add('charge', { userId }, { attempts: 1 });
  await ticks.add('refresh', {}, { repeat: { pattern: '0 * * * *' } });
}
