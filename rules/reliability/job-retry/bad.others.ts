import { Agenda } from 'agenda';
import Queue from 'bee-queue';
import PgBoss from 'pg-boss';

const agenda = new Agenda({ db: { address: process.env.MONGO_URL! } });
const thumbnails = new Queue('thumbnails', { redis: { host: 'redis' } });
const boss = new PgBoss({ connectionString: process.env.DATABASE_URL! });

agenda.define('send receipt', async (job) => console.log(job.attrs.data));

export async function finish(order: { id: string; image: string }) {
  // expect: job-retry
  await agenda.now('send receipt', { order: order.id });
  // expect: job-retry
  await thumbnails.createJob({ image: order.image }).save();
  // expect: job-retry P3
  await boss.send('invoice', { order: order.id }, { retryLimit: 5 });
}
