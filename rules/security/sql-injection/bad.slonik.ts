import express from 'express';
import { createPool, sql } from 'slonik';
import { raw } from 'slonik-sql-tag-raw';

const app = express();

app.get('/cities', async (req, res) => {
  const pool = await createPool(process.env.DATABASE_URL!);
  // expect: sql-injection P0
  const cities = await pool.any(sql.unsafe`SELECT * FROM cities ORDER BY ${raw(String(req.query.sort))}`);
  await pool.transaction(async (connection) => {
    // expect: sql-injection P0
    await connection.query({ sql: `DELETE FROM cities WHERE name = '${req.query.name}'`, values: [], type: 'SLONIK_TOKEN_QUERY' });
  });
  res.json(cities);
});
