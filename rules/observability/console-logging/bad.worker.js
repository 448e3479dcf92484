const { Worker } = require('bullmq');

new Worker('mails', async (job) => {
  // expect: console-logging P2
  console.log('sending', job.id);
}, { connection: { host: 'redis.internal' } });
