const express = require('express');
const { Pool } = require('pg');

// No probe at all is told by another check.
const pool = new Pool({ connectionString: process.env.DATABASE_URL });
const app = express();
app.get('/users', async (req, res) => res.json((await pool.query('SELECT id FROM users LIMIT 10')).rows));
app.listen(3000);
