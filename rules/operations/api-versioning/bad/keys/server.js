// expect-project: api-versioning
const express = require('express');
const app = express();
app.use('/api', (req, res, next) => (req.headers['x-api-key'] === process.env.KEY ? next() : res.sendStatus(401)));
app.get('/api/orders', (req, res) => res.json([]));
app.post('/api/orders', (req, res) => res.json(req.body));
app.get('/api/orders/:id', (req, res) => res.json({}));
app.listen(3000);
