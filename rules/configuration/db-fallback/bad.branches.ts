import Database from 'better-sqlite3';
import { DataSource } from 'typeorm';
import { Pool } from 'pg';

export function open() {
  if (process.env.DATABASE_URL) {
    return new Pool({ connectionString: process.env.DATABASE_URL });
  }
  // expect: db-fallback
  return new Database(':memory:');
}

const url = process.env.POSTGRES_URL;
// expect: db-fallback
export const store = url ? new Pool({ connectionString: url }) : new Database('local.db');

// expect: db-fallback
export const source = !process.env.DB_HOST ? new DataSource({ type: 'sqlite', database: 'dev.sqlite' }) : new DataSource({ type: 'postgres', host: process.env.DB_HOST });
