const { Worker } = require('bullmq');
const pino = require('pino');

const log = pino();
const worker = new Worker('mails', async (job) => log.info({ job: job.id }, 'sending'), { connection: { host: 'redis.internal' } });
worker.on('ready', () => console.log('ready'));
