// Of the kinds of database that it knows, a deployment names one: the host of another is not asked for.
function chosen() {
  // expect: db-fallback P2
  if (process.env.MYSQL_DB) return { client: 'mysql2', connection: { host: process.env.MYSQL_HOST || '127.0.0.1', database: process.env.MYSQL_DB } };
  // expect: db-fallback P2
  if (process.env.POSTGRES_DB) return { client: 'pg', connection: { host: process.env.POSTGRES_HOST || '127.0.0.1', database: process.env.POSTGRES_DB } };
  throw new Error('no database is named');
}

module.exports = { chosen };
