import express from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import { orders } from './orders.js';

// Only answers are compared with the description.
const app = express();
app.use(express.json());
app.use(OpenApiValidator.middleware({ apiSpec: './openapi.yaml', validateRequests: false, validateResponses: true }));
// expect: input-validation
app.post('/orders', async (req, res) => {
  res.json(await orders.add({ amount: req.body.amount, customer: req.body.customer }));
});
app.listen(3000);
