import { PubSub } from 'apollo-server';
import { Queue, Worker } from 'bullmq';
import express from 'express';

const pubsub = new PubSub();
const restarts = new Queue('restart-app');
new Worker('restart-app', async (job) => {
  await pubsub.publish('APP_RESTARTED', { id: job.id });
});

const app = express();
app.post('/apps/:id/restart', async (request, response) => {
  await restarts.add('restart', { id: request.params.id });
  response.sendStatus(202);
});
app.listen(3000);
