import { createClient } from '@libsql/client';
import { neon, Pool } from '@neondatabase/serverless';
import { connect } from '@planetscale/database';
import { createPool, sql as vercel } from '@vercel/postgres';
import pgPromise from 'pg-promise';

const sql = neon(process.env.DATABASE_URL!);
const neonPool = new Pool();
const vercelPool = createPool();
const planetscale = connect({ url: process.env.PLANETSCALE_URL });
const turso = createClient({ url: process.env.TURSO_URL! });
const promised = pgPromise()(process.env.DATABASE_URL!);

export async function POST(request: Request) {
  const form = await request.formData();
  const name = form.get('name');
  // expect: sql-injection P0
  await sql.query(`SELECT * FROM pets WHERE name = '${name}'`);
  // expect: sql-injection P0
  await sql`SELECT * FROM pets WHERE ${sql.unsafe(String(name))}`;
  // expect: sql-injection P0
  await neonPool.query('SELECT * FROM pets WHERE name = \'' + name + '\'');
  // expect: sql-injection P0
  await vercel.query(`SELECT * FROM pets WHERE name = '${name}'`);
  // expect: sql-injection P0
  await vercelPool.query(`SELECT * FROM pets WHERE name = '${name}'`);
  // expect: sql-injection P0
  await planetscale.execute(`SELECT * FROM pets WHERE name = '${name}'`);
  // expect: sql-injection P0
  await turso.execute(`SELECT * FROM pets WHERE name = '${name}'`);
  // expect: sql-injection P0
  await turso.batch([{ sql: `DELETE FROM pets WHERE name = '${name}'`, args: [] }], 'write');
  // expect: sql-injection P0
  await promised.any(`SELECT * FROM pets WHERE name = '${name}'`);
  await promised.tx(async (t) => {
    // expect: sql-injection P0
    await t.none('DELETE FROM pets WHERE name = \'' + name + '\'');
  });
  return Response.json({});
}
