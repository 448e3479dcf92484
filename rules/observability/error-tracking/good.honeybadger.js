const Honeybadger = require('@honeybadger-io/js');
const express = require('express');

Honeybadger.configure({ apiKey: process.env.HONEYBADGER_KEY });
const app = express();
app.use(Honeybadger.requestHandler);
app.get('/orders', (req, res) => res.json([]));
app.use(Honeybadger.errorHandler);
app.listen(3000);
