// Who wrote the message is another service; what is done with it where it arrives is no guess.
import { Kafka } from 'kafkajs';
import amqp from 'amqplib';
import { exec } from 'node:child_process';

const consumer = new Kafka({ brokers: ['kafka:9092'] }).consumer({ groupId: 'convert' });
await consumer.run({
  eachMessage: async ({ message }) => {
    const job = JSON.parse(message.value!.toString());
    // expect: command-injection
    exec('convert ' + job.file);
  },
});

const channel = await (await amqp.connect('amqp://queue')).createChannel();
await channel.consume('jobs', (message) => {
  const job = JSON.parse(message!.content.toString());
  // expect: command-injection
  exec('convert ' + job.file);
});
