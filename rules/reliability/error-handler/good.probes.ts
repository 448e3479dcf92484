// A worker beside its queue: machines of one's own ask how it is.
import express from 'express';
import { worker } from './worker.js';

export const app = express();

app.get('/', (req, res) => res.status(404).send('See /metrics'));
app.get('/_ah/health', (req, res) => res.sendStatus(200));
app.get('/lifecycle/prestop', async (req, res) => {
  await worker.close();
  res.sendStatus(200);
});
app.get('/metrics', async (req, res) => res.send(await worker.counts()));
