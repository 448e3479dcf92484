import { Client } from 'pg';

// ok: env-unvalidated
export const client = new Client({ connectionString: process.env.OLD_DATABASE_URL });
