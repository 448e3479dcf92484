const { Pool } = require('pg');
const pool = new Pool();

module.exports = async (req, res) => {
  await pool.query('INSERT INTO events (body) VALUES ($1)', [String(req.body)]);
  res.end();
};
