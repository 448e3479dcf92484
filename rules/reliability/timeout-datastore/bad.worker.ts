// It waits for jobs, and closes its connection only when it is told to end.
import { Worker } from 'bullmq';
import { MongoClient } from 'mongodb';

// expect: timeout-datastore
const client = new MongoClient('mongodb://orders.internal/orders');

new Worker('orders', async (job) => {
  await client.db().collection('orders').insertOne(job.data);
}, { connection: { host: process.env.REDIS_HOST } });

process.on('SIGTERM', async () => {
  await client.close();
});
