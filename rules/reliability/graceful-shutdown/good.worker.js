const express = require('express');
const { Worker } = require('bullmq');
const { send } = require('./mail');

const worker = new Worker('mail', (job) => send(job.data), { connection: { host: process.env.REDIS_HOST } });
const app = express();
const server = app.listen(3000);
const end = async () => {
  await new Promise((resolve) => server.close(resolve));
  await worker.close();
  process.exit(0);
};
process.on('SIGTERM', end);
