// A script's own pool, which it closes itself: nobody waits for it.
import { readFile } from 'node:fs/promises';
import { Pool } from 'pg';

async function migrate(folder: string) {
  const pool = new Pool({ host: process.env.POSTGRES_HOST });
  try {
    await pool.query(await readFile(`${folder}/0001.sql`, 'utf8'));
  } finally {
    await pool.end();
  }
}

void migrate('migrations');
