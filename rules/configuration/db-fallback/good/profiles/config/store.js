// A table of profiles, from which the stage chooses.
module.exports = {
  development: {
    // ok: db-fallback
    connection: process.env.DATABASE_URL || 'postgres://localhost:5432/orders',
  },
  production: { connection: process.env.DATABASE_URL },
};
