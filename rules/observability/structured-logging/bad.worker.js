// expect-project: structured-logging
// What works on jobs has no port, and a log all the same.
const { Worker } = require('bullmq');

new Worker('mails', async (job) => {
  console.log('sending', job.id);
  await send(job.data);
  console.log('sent', job.id);
}, { connection: { host: process.env.REDIS_HOST } });

async function send(data) {
  console.log('to', data.to);
}
