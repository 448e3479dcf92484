import { Pool } from 'pg';

const pool = new Pool({ max: 10 });

export async function getClient() {
  // expect: db-connection-leak
  return pool.connect();
}
