const express = require('express');
const { Pool } = require('pg');
const { checkHealth } = require('@acme/health');

// What the function of another package looks at cannot be told.
const pool = new Pool({ connectionString: process.env.DATABASE_URL });
const app = express();
app.get('/health', async (req, res) => res.json(await checkHealth()));
app.get('/users', async (req, res) => res.json((await pool.query('SELECT id FROM users LIMIT 10')).rows));
app.listen(3000);
