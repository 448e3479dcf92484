module.exports = {
  test: { connection: 'postgres://localhost:5432/orders_test' },
  // What production itself does without it.
  production: {
    // expect: db-fallback
    connection: process.env.DATABASE_URL || 'postgres://localhost:5432/orders',
  },
};
