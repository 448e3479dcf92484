import { neon } from '@neondatabase/serverless';

const sql = neon(process.env.DATABASE_URL!);
export const GET = async () => Response.json(await sql`select 1`);
