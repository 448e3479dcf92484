import { Queue } from 'bullmq';
import Bull from 'bull';

const connection = { host: process.env.REDIS_HOST };
const mails = new Queue('mails', { connection });
const reports = new Bull('reports', { redis: connection });
const exports = new Queue('exports', { connection, defaultJobOptions: { attempts: 5 } });

export async function welcome(userId: string) {
  // expect: job-retry P2
  await mails.add('welcome', { userId });
  // expect: job-retry P2
  await reports.add({ userId });
  // expect: job-retry P3
  await exports.add('archive', { userId });
}

// An address in a variable brings no options.
const invoices = new Bull('invoices', process.env.REDIS_URL || 'redis://127.0.0.1:6379');
export async function bill(id: string) {
  // expect: job-retry P2
  await invoices.add({ id });
}
