// Brokers and queues that try again by themselves, jobs that a schedule repeats, and attempts that are set on the job.
import { Agenda } from 'agenda';
import amqp from 'amqplib';
import Queue from 'bee-queue';
import { PubSub } from '@google-cloud/pubsub';
import { CloudTasksClient } from '@google-cloud/tasks';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { makeWorkerUtils } from 'graphile-worker';
import { Inngest } from 'inngest';
import PgBoss from 'pg-boss';
import { tasks } from '@trigger.dev/sdk/v3';

const agenda = new Agenda({ db: { address: process.env.MONGO_URL! } });
const thumbnails = new Queue('thumbnails');
const boss = new PgBoss(process.env.DATABASE_URL!);
const inngest = new Inngest({ id: 'shop' });
const sqs = new SQSClient({});
const cloudTasks = new CloudTasksClient();
const topic = new PubSub().topic('orders');

export async function finish(order: { id: string; image: string }) {
  await agenda.every('1 hour', 'clean up');
  await thumbnails.createJob({ image: order.image }).retries(3).backoff('exponential', 1000).save();
  // The work tries again by itself; its queue is told so on the job.
  const preview = thumbnails.createJob({ image: order.image, small: true }).setId(order.id);
  await preview.retries(0).save();
  await boss.send('invoice', { order: order.id });
  await boss.send('letter', { order: order.id }, { retryLimit: 5, retryBackoff: true });
  const worker = await makeWorkerUtils({ connectionString: process.env.DATABASE_URL });
  await worker.addJob('receipt', { order: order.id });
  await inngest.send({ name: 'order/paid', data: { order: order.id } });
  await tasks.trigger('ship', { order: order.id });
  await sqs.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE_URL, MessageBody: order.id }));
  await cloudTasks.createTask({ parent: 'projects/p/locations/l/queues/q', task: {} });
  await topic.publishMessage({ data: Buffer.from(order.id) });
  const channel = await (await amqp.connect('amqp://broker')).createChannel();
  channel.sendToQueue('orders', Buffer.from(order.id));
}
