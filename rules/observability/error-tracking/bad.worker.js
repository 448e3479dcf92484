// expect-project: error-tracking
// What works on jobs fails where nobody looks, too.
const { Worker } = require('bullmq');

new Worker('mails', async (job) => {
  await fetch('https://mail.partner.io/send', { method: 'POST', body: JSON.stringify(job.data) });
}, { connection: { host: process.env.REDIS_HOST } });
