const { Pool } = require('pg');

// expect: query-monitoring P2
exports.pool = new Pool({ connectionString: process.env.DATABASE_URL });

exports.find = async (text, values) => exports.pool.query(text, values);
