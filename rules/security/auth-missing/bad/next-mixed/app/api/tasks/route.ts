import { NextResponse } from 'next/server';
import { getServerSession } from 'next-auth';
import { prisma } from '../../../prisma';

// ok: auth-missing
export async function POST(request: Request) {
  const session = await getServerSession();
  if (!session) return NextResponse.json({ error: 'sign in' }, { status: 401 });
  const { title } = await request.json();
  return NextResponse.json(await prisma.task.create({ data: { title } }));
}

// expect: auth-missing
export async function PUT(request: Request) {
  const { id, title } = await request.json();
  return NextResponse.json(await prisma.task.update({ where: { id }, data: { title } }));
}
