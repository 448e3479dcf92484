import express from 'express';
import metrics from '@acme/metrics';
import { fallbackLogger } from '@acme/failures';
import { orders } from './orders.js';

// What is handed on before there is a route, or to what is named for nothing of the kind, gets no error handler there.
// expect: error-handler
const app = express();
fallbackLogger(app);
app.get('/orders', async (_req, res) => {
  res.json(await orders());
});
metrics(app);
export { app };
