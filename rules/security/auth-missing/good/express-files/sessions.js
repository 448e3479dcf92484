const { Pool } = require('pg');
const pool = new Pool();

exports.verifySession = async (id) => (await pool.query('SELECT * FROM sessions WHERE id = $1', [id])).rows[0];
