import { Pool } from 'pg';

const problems: string[] = [];

function need(name: string): string {
  // expect: env-unvalidated
  const value = process.env[name];
  if (!value) problems.push(name);
  return value as string;
}

// The list is told, and the program goes on.
export const databaseUrl = need('DATABASE_URL');
if (problems.length) console.warn(`missing settings: ${problems.join(', ')}`);

export const pool = new Pool({ connectionString: databaseUrl.trim() });
