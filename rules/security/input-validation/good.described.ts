import express from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import { orders } from './orders.js';

// What the description does not allow never comes to a handler.
const app = express();
app.use(express.json());
app.use(OpenApiValidator.middleware({ apiSpec: './openapi.yaml', validateRequests: { removeAdditional: 'failing' }, validateResponses: false }));
const api = express.Router();
api.post('/orders', async (req, res) => {
  res.json(await orders.add({ amount: req.body.amount, customer: req.body.customer }));
});
app.use('/api', api);
app.listen(3000);
