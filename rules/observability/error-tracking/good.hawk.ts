import HawkCatcher from '@hawk.so/nodejs';
import express from 'express';
import { Pool } from 'pg';

HawkCatcher.init(process.env.HAWK_TOKEN!);
const pool = new Pool();
const app = express();
app.get('/orders', async (_request, response) => response.json((await pool.query('SELECT 1')).rows));
app.use((error: Error, _request: express.Request, response: express.Response, _next: express.NextFunction) => {
  HawkCatcher.send(error);
  response.status(500).json({ error: 'failed' });
});
app.listen(3000);
