// expect-project: trace-propagation
import Fastify from 'fastify';
import { Queue } from 'bullmq';

const app = Fastify();
const renders = new Queue('renders', { connection: { host: 'redis' } });

app.post('/videos', async (request) => {
  const job = await renders.add('render', { video: request.body });
  return { id: job.id };
});
