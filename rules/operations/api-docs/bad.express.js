// expect-project: api-docs
const express = require('express');
const app = express();

app.get('/healthz', (req, res) => res.send('ok'));
app.post('/webhooks/stripe', (req, res) => res.sendStatus(200));
app.get('/users/:id', function (req, res) { res.json({ id: req.params.id }); });
app.post('/users', function (req, res) { res.status(201).json(req.body); });
app.listen(3000);
