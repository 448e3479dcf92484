const amqp = require('amqplib');

async function start() {
  // expect: partial-failure
  const connection = await amqp.connect(process.env.AMQP_URL);
  const channel = await connection.createChannel();
  await channel.consume('orders', (message) => channel.ack(message));
}

module.exports = { start };
