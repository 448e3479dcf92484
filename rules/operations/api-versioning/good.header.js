const express = require('express');
const app = express();
app.use((req, res, next) => {
  req.version = req.get('Accept-Version') || '1';
  next();
});
app.get('/orders', (req, res) => res.json([]));
app.post('/orders', (req, res) => res.json(req.body));
app.get('/orders/:id', (req, res) => res.json({}));
app.listen(3000);
