// What holds the settings of migrations is read by the service that runs them.
// expect: db-fallback P1
export const url = process.env.DATABASE_URL || 'postgresql://localhost:5432/app';
