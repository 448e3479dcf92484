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
  const [rows] = await bigquery.query({ query: 'SELECT * FROM events WHERE day = @day', params: { day } });
  const [job] = await bigquery.createQueryJob({ query: `SELECT * FROM \`${process.env.DATASET}.events\` WHERE kind = @kind`, params: { kind } });
  const result = await clickhouse.query({ query: 'SELECT * FROM events WHERE kind = {kind: String}', query_params: { kind } });
  connection.execute({ sqlText: 'SELECT * FROM events WHERE kind = ?', binds: [String(kind)], complete: () => undefined });
  await pool.use(async (client) => {
    client.execute({ sqlText: 'DELETE FROM events WHERE day = :1', binds: [String(day)] });
  });
  res.json([rows, job, result]);
});
