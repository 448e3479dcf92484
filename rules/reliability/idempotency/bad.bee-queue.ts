import Queue from 'bee-queue';
import { Pool } from 'pg';

const pool = new Pool();
const queue = new Queue('credits');

queue.process(async (job) => {
  // expect: idempotency P1
  const { account, amount } = job.data;
  await pool.query('UPDATE accounts SET balance = balance + $1 WHERE id = $2', [amount, account]);
});
