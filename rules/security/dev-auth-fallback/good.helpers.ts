// Helpers that stay shut when the variable is missing.
import type { Request } from 'express';
import { cookies } from 'next/headers';

export const isAdmin = (req: Request) => process.env.ADMIN_TOKEN !== undefined && req.headers['x-token'] === process.env.ADMIN_TOKEN;

/** Open for maintenance only when somebody says so; the rest of the condition still asks. */
export const isMember = (req: Request) => !process.env.MAINTENANCE && req.headers['x-token'] === 'member';

export async function getCurrentUser() {
  if (!process.env.AUTH_SECRET) {
    return null;
  }
  const token = (await cookies()).get('session')?.value;
  return token === undefined ? null : read(token);
}

declare function read(token: string): { id: string; role: string };
