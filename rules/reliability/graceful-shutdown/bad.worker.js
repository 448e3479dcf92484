const express = require('express');
const { Worker } = require('bullmq');
const { send } = require('./mail');

// Nobody waits for the job that it is working on.
const worker = new Worker('mail', (job) => send(job.data), { connection: { host: process.env.REDIS_HOST } });
worker.on('failed', (job, error) => console.error(job.id, error));
const app = express();
// expect: graceful-shutdown P2
const server = app.listen(3000);
process.on('SIGTERM', () => server.close(() => process.exit(0)));
