import { Queue, type QueueEvents } from 'bullmq';
import Bull from 'bull';
import { schedule } from 'node-cron';

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

// Listed, not counted: a clock of a library puts them in, or what it calls does; a job is called after its clock, or is told nothing.
const metrics = new Queue('metrics', { connection });
schedule('0 * * * *', () => countAll());
export async function countAll() {
  // expect: job-retry P3
  await metrics.add('count', { all: true });
}
const rollups = new Queue('rollups', { connection });
export async function rollUp(day: string) {
  // expect: job-retry P3
  await rollups.add('nightly-rollup', { day });
}
const feeds = new Queue('feeds', { connection });
export async function refreshFeeds() {
  // expect: job-retry P3
  await feeds.add('refresh-feeds', {});
}
// Called by the clock, and by somebody who wants it now.
const prices = new Queue('prices', { connection });
schedule('0 3 * * *', () => refreshPrices('all'));
export async function refreshPrices(shop: string) {
  // expect: job-retry P2
  await prices.add('refresh', { shop });
}
export async function opened(shop: string) {
  await refreshPrices(shop);
}

// Listed, not counted: who started them waits, or looks at them.
const answers = new Queue('answers', { connection });
export async function answer(question: string, events: QueueEvents) {
  // expect: job-retry P3
  const job = await answers.add('answer', { question });
  return job.waitUntilFinished(events);
}
const quotes = new Bull('quotes', { redis: connection });
export async function quote(id: string) {
  // expect: job-retry P3
  await quotes.add({ id }, { jobId: id });
  const job = await quotes.getJob(id);
  return job?.finished();
}
const tasks = new Queue('tasks', { connection });
export async function runOnce(id: string) {
  // expect: job-retry P3
  await tasks.add('task', { id });
}
