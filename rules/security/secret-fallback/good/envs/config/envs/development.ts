export const config = { db: { host: process.env.DB_HOST, password: process.env.DB_PASSWORD || 'local-only' } };
