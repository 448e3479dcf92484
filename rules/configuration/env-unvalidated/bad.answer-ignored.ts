import { drizzle } from 'drizzle-orm/node-postgres';
import { z } from 'zod';

const schema = z.object({
  // expect: env-unvalidated
  DATABASE_URL: z.string().url(),
});
const { data: env, error } = schema.safeParse(process.env);
// Written down, and the program goes on.
if (error) console.error('Invalid environment:', error.flatten().fieldErrors);

export const db = drizzle(env!.DATABASE_URL);
