import { drizzle } from 'drizzle-orm/node-postgres';
import { z } from 'zod';

const schema = z.object({ DATABASE_URL: z.string().url() });
const { data: env, error } = schema.safeParse(process.env);
if (error) {
  console.error('Invalid environment:', error.flatten().fieldErrors);
  process.exit(1);
}

export const db = drizzle(env!.DATABASE_URL);
