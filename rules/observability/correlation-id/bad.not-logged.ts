// expect-project: correlation-id
import { randomUUID } from 'node:crypto';
import express from 'express';
import winston from 'winston';

const logger = winston.createLogger({ format: winston.format.json() });
const app = express();
app.use((req, res, next) => {
  res.setHeader('x-request-id', req.get('x-request-id') ?? randomUUID());
  next();
});
app.post('/orders', (req, res) => {
  logger.info('order', { size: req.body.size });
  res.json({});
});
app.listen(3000);
