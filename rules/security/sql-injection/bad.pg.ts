import express, { type Request, type Response } from 'express';
import { Client, Pool } from 'pg';
import QueryStream from 'pg-query-stream';

const pool = new Pool();
const router = express.Router();

router.get('/orders', async (req, res) => {
  // expect: sql-injection P0
  const { rows } = await pool.query(`SELECT * FROM orders WHERE status = '${req.query.status}'`);
  res.json(rows);
});

router.get('/orders/:id', async (req: Request, res: Response) => {
  const client = await pool.connect();
  try {
    // expect: sql-injection P0
    const { rows } = await client.query({ text: 'SELECT * FROM orders WHERE id = ' + req.params.id });
    res.json(rows[0]);
  } finally {
    client.release();
  }
});

router.post('/search', (req, res) => {
  pool.connect((error, client, release) => {
    if (error || !client) return res.status(500).end();
    // expect: sql-injection P0
    client.query('SELECT id FROM customers WHERE name ILIKE \'%' + req.body.name + '%\'', (failure, result) => {
      release();
      res.json(failure ? [] : result.rows);
    });
  });
});

router.get('/export', async (req, res) => {
  const client = new Client();
  await client.connect();
  // expect: sql-injection P0
  const stream = client.query(new QueryStream(`SELECT * FROM orders WHERE region = '${req.headers['x-region']}'`));
  stream.pipe(res);
});

/** Nobody in this package calls it, so who fills the name is not known. */
export async function dropPartition(name: string) {
  // expect: sql-injection P1
  await pool.query(`DROP TABLE orders_${name}`);
}

export default router;
