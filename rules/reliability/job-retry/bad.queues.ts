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
