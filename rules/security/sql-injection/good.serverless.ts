import { createClient } from '@libsql/client';
import { neon, Pool } from '@neondatabase/serverless';
import { connect } from '@planetscale/database';
import { createPool, sql as vercel } from '@vercel/postgres';
import pgPromise from 'pg-promise';
import SQL from 'sql-template-strings';

const sql = neon(process.env.DATABASE_URL!);
const neonPool = new Pool();
const vercelPool = createPool();
const planetscale = connect({ url: process.env.PLANETSCALE_URL });
const turso = createClient({ url: process.env.TURSO_URL! });
const pgp = pgPromise();
const promised = pgp(process.env.DATABASE_URL!);

export async function POST(request: Request) {
  const form = await request.formData();
  const name = form.get('name');
  await sql.query('SELECT * FROM pets WHERE name = $1', [name]);
  await sql`SELECT * FROM pets WHERE name = ${name}`;
  await neonPool.query(SQL`SELECT * FROM pets WHERE name = ${name}`);
  await vercel`SELECT * FROM pets WHERE name = ${String(name)}`;
  await vercelPool.query('SELECT * FROM pets WHERE name = $1', [name]);
  await planetscale.execute('SELECT * FROM pets WHERE name = ?', [name]);
  await turso.execute({ sql: 'SELECT * FROM pets WHERE name = ?', args: [String(name)] });
  await turso.batch([{ sql: 'DELETE FROM pets WHERE name = ?', args: [String(name)] }], 'write');
  await promised.any('SELECT * FROM pets WHERE name = $<name>', { name });
  await promised.any(`SELECT * FROM pets ORDER BY ${pgp.as.name(String(form.get('sort')))}`);
  await promised.tx(async (t) => {
    await t.none('DELETE FROM pets WHERE name = $1', [name]);
  });
  return Response.json({});
}
