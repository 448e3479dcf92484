// expect-project: api-versioning
const express = require('express');
const app = express();
const orders = express.Router();
orders.get('/', function (req, res) { res.json([]); });
orders.post('/', function (req, res) { res.status(201).json(req.body); });
orders.get('/:id', function (req, res) { res.json({ apiVersion: 1 }); });
app.get('/v1', (req, res) => res.redirect('/docs'));
app.use('/api/orders', orders);
app.listen(3000);
