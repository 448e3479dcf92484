const { randomUUID } = require('crypto');
const express = require('express');
const morgan = require('morgan');

morgan.token('id', (req) => req.id);
const app = express();
app.use((req, res, next) => {
  req.id = req.get('X-Request-Id') || randomUUID();
  next();
});
app.use(morgan(':id :method :url :status'));
app.post('/orders', (req, res) => res.json(req.body));
app.listen(3000);
