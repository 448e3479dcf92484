import Redis from 'ioredis';
import { Pool } from 'pg';

// A session's statement_timeout bounds the database, not the cache.
const pool = new Pool({ host: 'db', connectionTimeoutMillis: 5_000 });
pool.on('connect', (client) => void client.query('SET statement_timeout = 10000'));

// expect: timeout-datastore P2
export const cache = new Redis({ host: 'redis' });
export default pool;
