const amqp = require('amqplib');

async function start() {
  const connection = await amqp.connect(process.env.AMQP_URL);
  connection.on('error', (error) => process.stderr.write(`${error.message}\n`));
  connection.on('close', () => process.exit(1));
  const channel = await connection.createChannel();
  await channel.consume('orders', (message) => channel.ack(message));
}

module.exports = { start };
