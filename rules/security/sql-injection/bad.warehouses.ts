import { BigQuery } from '@google-cloud/bigquery';
import { createClient } from '@clickhouse/client';
import express from 'express';
import snowflake from 'snowflake-sdk';

const bigquery = new BigQuery();
const clickhouse = createClient();
const connection = snowflake.createConnection({ account: 'acme' });
const pool = snowflake.createPool({ account: 'acme' }, { max: 4 });
const app = express();

app.get('/events', async (req, res) => {
  const { day, kind } = req.query;
  // expect: sql-injection P0
  const [rows] = await bigquery.query(`SELECT * FROM events WHERE day = '${day}'`);
  // expect: sql-injection P0
  const [job] = await bigquery.createQueryJob({ query: 'SELECT * FROM events WHERE kind = "' + kind + '"' });
  // expect: sql-injection P0
  const result = await clickhouse.query({ query: `SELECT * FROM events WHERE kind = '${kind}'` });
  // expect: sql-injection P0
  connection.execute({ sqlText: `SELECT * FROM events WHERE kind = '${kind}'`, complete: () => undefined });
  await pool.use(async (client) => {
    // expect: sql-injection P0
    client.execute({ sqlText: 'DELETE FROM events WHERE day = ' + day });
  });
  res.json([rows, job, result]);
});
