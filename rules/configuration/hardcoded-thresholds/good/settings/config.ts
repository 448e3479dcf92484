import { Pool } from 'pg';

export const limits = { api: { windowMs: 60_000, max: 100 }, rounds: 12 };
// A module of settings is where limits belong.
export const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
