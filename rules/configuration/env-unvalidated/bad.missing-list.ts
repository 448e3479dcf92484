import { Pool } from 'pg';

const problems: string[] = [];

function need(name: string): string {
  const value = process.env[name];
  if (!value) problems.push(name);
  return value as string;
}

// The list is told, and the program goes on.
// expect: env-unvalidated
export const databaseUrl = need('DATABASE_URL');
if (problems.length) console.warn(`missing settings: ${problems.join(', ')}`);

export const pool = new Pool({ connectionString: databaseUrl.trim() });
