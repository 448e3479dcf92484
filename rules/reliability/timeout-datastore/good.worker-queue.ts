import { Queue, Worker } from 'bullmq';

export async function startRotation() {
  const rotation = new Queue('rotation', { connection: { url: process.env.REDIS_URL } });
  await rotation.upsertJobScheduler('nightly', { pattern: '0 0 0 * * *' }, { name: 'rotation', opts: { attempts: 5 } });
  return new Worker(rotation.name, async () => {}, { connection: { url: process.env.REDIS_URL } });
}
