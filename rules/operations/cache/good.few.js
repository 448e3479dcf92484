const express = require('express');
const { Pool } = require('pg');

const app = express();
const pool = new Pool();

app.get('/plans', async (req, res) => res.json((await pool.query('SELECT name FROM plans WHERE id = $1', [req.query.id])).rows));
app.get('/settings', async (req, res) => res.json((await pool.query('SELECT name FROM settings WHERE id = $1', [req.query.id])).rows));
app.get('/themes', async (req, res) => res.json((await pool.query('SELECT name FROM themes WHERE id = $1', [req.query.id])).rows));
app.get('/countries', async (req, res) => res.json((await pool.query('SELECT name FROM countries WHERE id = $1', [req.query.id])).rows));
