// expect-project: log-fields
import express from 'express';
import { Invoices } from './invoices';
import { logger } from './logger';

const app = express();
const invoices = new Invoices();

app.post('/invoices', async (req, res) => {
  logger.info('invoice is asked for');
  await invoices.make(req.body);
  res.sendStatus(201);
});
app.delete('/invoices/:id', async (req, res) => {
  logger.info('invoice goes');
  await invoices.cancel(req.params.id);
  res.sendStatus(204);
});

app.listen(3000);
