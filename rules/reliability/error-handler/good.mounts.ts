import express from 'express';
import { fallbackLogger } from '@acme/failures';
import { orders } from './orders.js';

// What fails is answered by the application that stands on it, and told to a library behind its routes: whether that answers is not known.
const inner = express();
inner.get('/orders', async (_req, res) => {
  res.json(await orders());
});
fallbackLogger(inner);

const outer = express();
outer.use('/shop', inner);
const server = outer.listen(3000);
process.on('unhandledRejection', (reason) => console.error(reason));
process.once('SIGTERM', () => server.close());
