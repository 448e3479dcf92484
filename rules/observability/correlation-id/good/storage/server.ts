import { randomUUID } from 'node:crypto';
import express from 'express';
import { requests } from './context';
import { logger } from './logger';

const app = express();
app.use((req, res, next) => requests.run({ requestId: randomUUID() }, next));
app.post('/orders', (req, res) => {
  logger.info('order');
  res.json(req.body);
});
app.listen(3000);
