export const config = {
  // expect: db-fallback
  databaseUrl: process.env.DATABASE_URL ?? 'file:./local.db',
};
