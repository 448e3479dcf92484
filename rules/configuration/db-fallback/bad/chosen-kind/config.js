// A product that keeps its data in a file unless told otherwise. Listed, of low confidence.
module.exports = {
  // expect: db-fallback P2
  type: process.env.DB_TYPE || 'better-sqlite3',
  // expect: db-fallback P2
  host: process.env.DB_HOST || 'localhost',
};
