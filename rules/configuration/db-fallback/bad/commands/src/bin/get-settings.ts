// Commands beside the service: listed, of low confidence.
// expect: db-fallback P2
export const url = process.env.DB_URL || 'postgresql://postgres:changeme@localhost:5432/app';
