const { Pool } = require('pg');

const pool = new Pool();

module.exports.query = async (text, params) => {
  const start = Date.now();
  const result = await pool.query(text, params);
  console.log('executed query', { text, duration: Date.now() - start, rows: result.rowCount });
  return result;
};
