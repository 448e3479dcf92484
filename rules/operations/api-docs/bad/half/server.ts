import express from 'express';

// Half of the routes are described, for partners; what is missing may be for the own pages: listed, not counted.
const orders = express.Router();
orders.get('/', (req, res) => { res.json([]); });
orders.get('/:id', (req, res) => { res.json({}); });
// expect: api-docs P3
orders.delete('/:id', (req, res) => { res.sendStatus(204); });
// expect: api-docs P3
orders.post('/:id/notes', (req, res) => { res.sendStatus(204); });

const app = express();
app.use('/api/v1/orders', orders);
app.listen(3000);
