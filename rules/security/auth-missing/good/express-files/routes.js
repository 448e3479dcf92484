const { Router } = require('express');
const { Pool } = require('pg');
const pool = new Pool();
const router = Router();

router.post('/', async (req, res) => {
  await pool.query('INSERT INTO projects (name) VALUES ($1)', [req.body.name]);
  res.sendStatus(201);
});

module.exports = router;
