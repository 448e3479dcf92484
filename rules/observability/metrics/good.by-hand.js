const express = require('express');
const { Pool } = require('pg');

const pool = new Pool();
const app = express();
let requests = 0;
app.use((_request, _response, next) => {
  requests += 1;
  next();
});
app.get('/metrics', (_request, response) => response.type('text/plain').send(`http_requests_total ${requests}\n`));
app.get('/orders', async (_request, response) => response.json((await pool.query('SELECT 1')).rows));
app.listen(3000);
