import { CompiledQuery, Kysely, sql } from 'kysely';
import type { Database } from './database';

declare const db: Kysely<Database>;

export async function GET(request: Request) {
  const { searchParams } = new URL(request.url);
  // expect: sql-injection P0
  const rows = await db.selectFrom('songs').selectAll().orderBy(sql.raw(searchParams.get('sort')!)).execute();
  // expect: sql-injection P0
  await db.executeQuery(CompiledQuery.raw(`select * from songs where title = '${searchParams.get('title')}'`));
  return Response.json(rows);
}

export async function POST(request: Request) {
  const { title } = await request.json();
  await db.transaction().execute(async (trx) => {
    // expect: sql-injection P0
    await sql`insert into songs (title) values (${sql.lit(title)})`.execute(trx);
  });
  return new Response(null, { status: 201 });
}
