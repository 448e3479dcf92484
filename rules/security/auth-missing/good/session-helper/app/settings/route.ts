import { cookies } from 'next/headers';
import { NextRequest, NextResponse } from 'next/server';
import { unlink } from 'node:fs/promises';
import { decryptSession, sessionCookieName } from '../../lib/session';

/** Whether one of the sessions that the browser brings is that of this user. */
async function isTheirs(username: string): Promise<boolean> {
  const store = await cookies();
  for (let slot = 0; slot < 5; slot++) {
    const sealed = store.get(sessionCookieName(slot))?.value;
    if (sealed && decryptSession(sealed)?.username === username) return true;
  }
  return false;
}

// ok: auth-missing
export async function DELETE(request: NextRequest) {
  const { username } = await request.json();
  if (!(await isTheirs(username))) return NextResponse.json({ error: 'Not yours' }, { status: 403 });
  await unlink(`settings/${Buffer.from(username).toString('hex')}.json`);
  return NextResponse.json({ ok: true });
}
