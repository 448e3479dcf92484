import express from 'express';
import { createPool, sql } from 'slonik';
import { z } from 'zod';

const app = express();
const City = z.object({ id: z.number(), name: z.string() });

app.get('/cities', async (req, res) => {
  const pool = await createPool(process.env.DATABASE_URL!);
  const name = String(req.query.name);
  const where = sql.fragment`name = ${name}`;
  const cities = await pool.any(sql.type(City)`SELECT id, name FROM cities WHERE ${where} ORDER BY ${sql.identifier([String(req.query.sort)])}`);
  await pool.transaction(async (connection) => {
    await connection.query(sql.unsafe`DELETE FROM cities WHERE name = ${name}`);
  });
  res.json(cities);
});
