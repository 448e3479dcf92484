const express = require('express');
const { rates, order, models } = require('./rates');
const { weather } = require('./again');

const app = express();
app.get('/rates', async (req, res) => res.json(await rates()));
app.post('/orders', async (req, res) => res.json(await order(req.body)));
app.get('/weather', async (req, res) => res.json(await weather()));
app.get('/models', async (req, res) => res.json(await models()));
app.listen(3000);
