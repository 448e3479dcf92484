const express = require('express');
const db = require('./db');
const { ApiError } = require('./errors');

const app = express();
const isProduction = process.env.NODE_ENV === 'production';

app.get('/a', async (req, res) => {
  try {
    res.json(await db.all());
  } catch (err) {
    console.error(err);
    res.status(500).json({ error: 'Internal server error' });
  }
});

app.post('/b', async (req, res) => {
  try {
    check(req.body);
  } catch (err) {
    return res.status(400).json({ error: err.message });
  }
  try {
    res.json(await db.all());
  } catch (err) {
    if (err instanceof ApiError) return res.status(err.status).json({ error: err.message });
    if (err.name === 'ValidationError') return res.json({ error: err.message });
    if (err.code === 'P2002') return res.status(409).json({ code: err.code });
    res.sendStatus(500);
  }
});

app.get('/c', (req, res, next) => {
  db.query('SELECT 1', (err, rows) => {
    if (err) return next(err);
    res.json(rows);
  });
});

app.get('/d', (req, res) => {
  db.all()
    .then((rows) => res.json(rows))
    .catch(() => res.status(500).send('failed'));
});

app.get('/e', (req, res) => {
  const { error, value } = schema.validate(req.query);
  if (error) return res.status(400).send(error.details);
  res.json(value);
});

if (app.get('env') === 'development') {
  app.use((err, req, res, next) => {
    res.status(500).json({ message: err.message, stack: err.stack });
  });
}

app.use((err, req, res, next) => {
  const status = err.status || 500;
  const message = err.isOperational ? err.message : 'Internal server error';
  res.status(status).json({ message, ...(process.env.NODE_ENV === 'development' && { stack: err.stack }) });
});

app.use((err, req, res, next) => {
  res.locals.message = 'failed';
  res.locals.error = req.app.get('env') === 'development' ? err : {};
  res.status(500).render('error', { message: isProduction ? 'failed' : err.message });
});

app.use((err, req, res, next) => {
  const known = err instanceof ApiError && err.expose;
  res.status(known ? err.status : 500).json({ error: known ? err.message : 'failed', id: req.id });
});

app.use((err, req, res, next) => {
  if (err.status < 500) {
    res.status(err.status).json({ error: err.message });
  } else {
    res.status(500).json({ error: 'failed' });
  }
});
