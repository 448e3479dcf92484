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

// Listed, not counted: the next tick puts in what this one has lost.
const digests = new Queue('digests', { connection });
export async function dailyDigests(users: { id: string }[]) {
  // expect: job-retry P3
  for (const { id } of users) await digests.add('digest', { id });
}
const dues = new Queue('dues', { connection });
export async function pollDues(read: () => Promise<string[]>) {
  while (true) {
    // expect: job-retry P3
    for (const id of await read()) await dues.add('due', { id });
    await new Promise((resolve) => setTimeout(resolve, 60_000));
  }
}
// Who schedules one wants that one.
const reminders = new Queue('reminders', { connection });
export async function scheduleReminder(id: string) {
  // expect: job-retry P2
  await reminders.add('remind', { id }, { delay: 3_600_000 });
}
