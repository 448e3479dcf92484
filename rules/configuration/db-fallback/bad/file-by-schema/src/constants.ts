// The schema says that it is a file; only where it lies is set.
// expect: db-fallback P2
export const DATABASE_URL = process.env.DATABASE_URL || 'file:../data/app.db?connection_limit=1';
