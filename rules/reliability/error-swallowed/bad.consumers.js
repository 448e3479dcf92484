const amqp = require('amqplib');
const { SQSClient, DeleteMessageCommand } = require('@aws-sdk/client-sqs');
const { Pool } = require('pg');

const pool = new Pool();
async function consume() {
  const connection = await amqp.connect('amqp://rabbit.internal');
  const channel = await connection.createChannel();
  await channel.consume('payments', async (message) => {
    try {
      await pool.query('INSERT INTO payments (id) VALUES ($1)', [JSON.parse(message.content.toString()).id]);
      // expect: error-swallowed P2
    } catch (error) {
      console.error('payment failed', error);
    }
    channel.ack(message);
  });
}

class Listener {
  async onMessage(message) {
    try {
      await this.orders.place(message.body);
      // expect: error-swallowed P2
    } catch (error) {
      this.logger.error(error);
    }
    await this.queue.deleteMessage(message);
  }
}
module.exports = { consume, Listener };
