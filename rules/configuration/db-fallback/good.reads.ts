import Database from 'better-sqlite3';
import { z } from 'zod';
import { Pool } from 'pg';
import mongoose from 'mongoose';

const env = z.object({ DATABASE_URL: z.string(), MONGO_URL: z.string() }).parse(process.env);
export const pool = new Pool({ connectionString: env.DATABASE_URL });
mongoose.connect(env.MONGO_URL);

const host = process.env.DB_HOST;
if (!host) throw new Error('DB_HOST must be set');
export const second = new Pool({ host, port: Number(process.env.DB_PORT ?? 5432) });

// Only ever outside production.
export const local = process.env.NODE_ENV !== 'production' ? (process.env.DEV_DATABASE_URL ?? 'postgres://localhost/dev') : null;
// An embedded database by choice.
export const cache = new Database('/var/cache/app/index.db');
export const chosen = process.env.SEARCH === 'embedded' ? new Database('search.db') : null;
// Which database the tests use.
export const tests = process.env.TEST_DATABASE_URL ?? 'postgres://localhost/test';
