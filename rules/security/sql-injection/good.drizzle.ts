import { eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { NextRequest, NextResponse } from 'next/server';
import { posts } from './schema';

const db = drizzle(process.env.DATABASE_URL!);

export async function GET(request: NextRequest) {
  const search = request.nextUrl.searchParams.get('q');
  const rows = await db.execute(sql`select * from posts where title = ${search}`);
  const direction = request.nextUrl.searchParams.get('dir') === 'asc' ? 'asc' : 'desc';
  const sorted = await db.select().from(posts).where(eq(posts.title, search!)).orderBy(sql.raw(`created_at ${direction}`));
  return NextResponse.json({ rows, sorted });
}

export async function POST(request: NextRequest) {
  const body = await request.json();
  await db.transaction(async (tx) => {
    await tx.execute(sql`update posts set ${sql.identifier(body.column)} = ${body.value}`);
    await tx.update(posts).set({ title: body.title }).where(sql`${posts.id} = ${body.id}`);
  });
  return NextResponse.json({});
}
