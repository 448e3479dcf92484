const amqp = require('amqplib');
const { Pool } = require('pg');

const pool = new Pool();
async function consume() {
  const connection = await amqp.connect('amqp://rabbit.internal');
  const channel = await connection.createChannel();
  await channel.consume('payments', async (message) => {
    // ok: error-swallowed
    try {
      await pool.query('INSERT INTO payments (id) VALUES ($1)', [JSON.parse(message.content.toString()).id]);
      channel.ack(message);
    } catch (error) {
      console.error('payment failed', error);
      channel.nack(message, false, true);
    }
  });
  await channel.consume('refunds', async (message) => {
    try {
      await pool.query('INSERT INTO refunds (id) VALUES ($1)', [message.content.toString()]);
    } catch (error) {
      console.error('refund failed', error);
      await pool.query('INSERT INTO dead_letters (content) VALUES ($1)', [message.content.toString()]);
    }
    channel.ack(message);
  });
}
module.exports = { consume };
