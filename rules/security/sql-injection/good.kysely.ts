import { CompiledQuery, Kysely, sql } from 'kysely';
import type { Database } from './database';

declare const db: Kysely<Database>;

export async function GET(request: Request) {
  const { searchParams } = new URL(request.url);
  const title = searchParams.get('title');
  const rows = await db.selectFrom('songs').selectAll().where('title', '=', title).orderBy(sql.raw('created_at desc')).execute();
  await db.executeQuery(CompiledQuery.raw('select * from songs where title = $1', [title]));
  await sql`select ${sql.ref(searchParams.get('column')!)} from songs where title = ${title}`.execute(db);
  return Response.json(rows);
}
