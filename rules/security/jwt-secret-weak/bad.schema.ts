import jwt from 'jsonwebtoken';
import { z } from 'zod';

const environment = z.object({
  SESSION_SECRET: z.string().default('keyboard cat'),
  INVITE_SECRET: z.string().min(32),
}).parse(process.env);

// expect: jwt-secret-weak P0
export const signSession = (id: string) => jwt.sign({ sub: id }, environment.SESSION_SECRET);

// ok: jwt-secret-weak
export const signInvite = (email: string) => jwt.sign({ email }, environment.INVITE_SECRET);
