const express = require('express');
const db = require('./db');

const app = express();

app.get('/a', async (req, res) => {
  try {
    res.json(await db.all());
  } catch (err) {
    // expect: error-detail-exposed P1
    res.status(500).send(err.stack);
  }
});

app.get('/b', async (req, res) => {
  try {
    res.json(await db.all());
  } catch (error) {
    console.error(error);
    // expect: error-detail-exposed P1
    res.status(500).json({ message: 'failed', error });
  }
});

app.get('/c', async (req, res) => {
  try {
    res.json(await db.all());
  } catch (error) {
    // expect: error-detail-exposed P1
    return res.status(500).json({ error: error.message });
  }
});

app.get('/d', (req, res) => {
  db.query('SELECT 1', function (err, rows) {
    if (err) {
      // expect: error-detail-exposed P1
      return res.send(err);
    }
    res.json(rows);
  });
});

app.get('/e', (req, res) => {
  db.all()
    .then((rows) => res.json(rows))
    // expect: error-detail-exposed P1
    .catch((e) => res.status(500).json(e));
});

app.get('/f', (req, res) => {
  db.all().then(
    (rows) => res.json(rows),
    // expect: error-detail-exposed P1
    (reason) => res.send('failed: ' + reason),
  );
});

app.get('/g', async (req, res) => {
  try {
    res.json(await db.all());
  } catch (err) {
    const message = err instanceof Error ? err.message : String(err);
    res.status(500);
    // expect: error-detail-exposed P1
    res.send(`<p>${message}</p>`);
  }
});

app.use(function (err, req, res, next) {
  // expect: error-detail-exposed P1
  res.status(err.status || 500).json({ message: err.message, stack: err.stack });
});

app.use((error, req, res, next) => {
  const status = error.status || 500;
  // expect: error-detail-exposed P1
  res.status(status).render('error', { message: error.message, error });
});
