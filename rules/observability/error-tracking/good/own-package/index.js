const express = require('express');
const { Pool } = require('pg');
const { capture, fallbackLogger } = require('@acme/backend-sentry');

const pool = new Pool();
const app = express();
app.get('/orders', async (_request, response) => {
  try {
    response.json((await pool.query('SELECT 1')).rows);
  } catch (error) {
    capture(error);
    response.sendStatus(500);
  }
});
fallbackLogger(app);
app.listen(3000);
