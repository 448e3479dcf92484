const express = require('express');
const { Pool } = require('pg');
const metrics = require('prometheus-api-metrics');

const pool = new Pool();
const app = express();
app.use(metrics());
app.get('/orders', async (_request, response) => response.json((await pool.query('SELECT 1')).rows));
app.listen(3000);
