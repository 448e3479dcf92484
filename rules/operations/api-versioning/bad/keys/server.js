// expect-project: api-versioning P2
const express = require('express');
const app = express();
app.use('/api', (req, res, next) => (req.headers['x-api-key'] === process.env.KEY ? next() : res.sendStatus(401)));
app.get('/api/orders', (req, res) => res.json([]));
app.get('/api/items', (req, res) => res.json([]));
app.get('/api/customers', (req, res) => res.json([]));
app.get('/api/invoices', (req, res) => res.json([]));
app.get('/api/payments', (req, res) => res.json([]));
app.get('/api/refunds', (req, res) => res.json([]));
app.get('/api/carts', (req, res) => res.json([]));
app.get('/api/offers', (req, res) => res.json([]));
app.get('/api/stores', (req, res) => res.json([]));
app.get('/api/staff', (req, res) => res.json([]));
app.listen(3000);
