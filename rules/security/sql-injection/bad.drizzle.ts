import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { NextRequest, NextResponse } from 'next/server';
import { posts } from './schema';

const db = drizzle(process.env.DATABASE_URL!);

export async function GET(request: NextRequest) {
  const search = request.nextUrl.searchParams.get('q');
  // expect: sql-injection P0
  const rows = await db.execute(`select * from posts where title = '${search}'`);
  // expect: sql-injection P0
  const sorted = await db.select().from(posts).orderBy(sql.raw(`${request.nextUrl.searchParams.get('sort')} desc`));
  return NextResponse.json({ rows, sorted });
}

export async function POST(request: NextRequest) {
  const body = await request.json();
  await db.transaction(async (tx) => {
    // expect: sql-injection P0
    await tx.execute(sql`update posts set ${sql.raw(body.column)} = ${body.value}`);
  });
  return NextResponse.json({});
}
