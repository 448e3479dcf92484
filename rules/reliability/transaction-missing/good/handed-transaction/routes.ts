import express from 'express';
import { Pool } from 'pg';
import { placeOrder } from './orders';

const pool = new Pool();
export const routes = express.Router();

routes.post('/orders', async (req, res) => {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await placeOrder(client, req.body.customer, req.body.sku);
    await client.query('COMMIT');
    res.sendStatus(201);
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
});
