const { Pool } = require('pg');
const pool = new Pool();

async function query(text, values) {
  return pool.query(text, values);
}

const one = (text, values) => query(text, values).then((result) => result.rows[0]);

module.exports = { pool, query, one };
