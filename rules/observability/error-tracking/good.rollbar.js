const Rollbar = require('rollbar');
const express = require('express');

const rollbar = new Rollbar({ accessToken: process.env.ROLLBAR_TOKEN, captureUncaught: true });
const app = express();
app.get('/orders', (req, res) => res.json([]));
app.use(rollbar.errorHandler());
app.listen(3000);
