const { Pool } = require('pg');

// It runs before the server starts, and ends.
async function migrate(url) {
  const migrations = new Pool({ connectionString: url, max: 1 });
  await migrations.query('alter table orders add column note text');
  await migrations.end();
}
module.exports = { migrate };
