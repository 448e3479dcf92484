const express = require('express');
const config = require('config');
const app = express();
const orders = express.Router();
orders.get('/orders', (req, res) => res.json([]));
orders.post('/orders', (req, res) => res.status(201).json(req.body));
orders.get('/orders/:id', (req, res) => res.json({}));
app.use(config.get('server.apiPath'), orders);
app.listen(3000);
