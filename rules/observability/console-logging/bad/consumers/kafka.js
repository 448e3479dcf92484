const { Kafka } = require('kafkajs');

async function run() {
  const consumer = new Kafka({ brokers: ['kafka.internal:9092'] }).consumer({ groupId: 'orders' });
  await consumer.run({
    eachMessage: async ({ message }) => {
      // expect: console-logging P2
      console.log('order', message.offset);
    },
  });
}
module.exports = { run };
