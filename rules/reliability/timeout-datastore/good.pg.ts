import { Client, Pool, type PoolConfig } from 'pg';
import { settings } from './settings';

export const pool = new Pool({ connectionString: process.env.DATABASE_URL, connectionTimeoutMillis: 5_000, statement_timeout: 10_000 });

export const queryTimeout = new Pool({ connectionTimeoutMillis: settings.connectMs, query_timeout: settings.queryMs });

export const serverOption = new Pool({ host: 'db', connectionTimeoutMillis: 5_000, options: '-c statement_timeout=5s' });

export const fromUrl = new Pool({ connectionString: 'postgres://app@db/desk?statement_timeout=5000', connectionTimeoutMillis: 5_000 });

// What is in the options nobody shows: not known, so not missing.
export const makePool = (options: PoolConfig) => new Pool({ ...options });

// The connection string may hold statement_timeout.
export const outside = new Pool({ connectionString: process.env.DATABASE_URL, connectionTimeoutMillis: 5_000 });

export const client = new Client({ connectionTimeoutMillis: 2_000, statement_timeout: 3_000 });

// Hears of changes for as long as it lives.
export const listener = new Client({ connectionString: process.env.DATABASE_URL });
listener.on('notification', (message) => console.log(message.payload));
