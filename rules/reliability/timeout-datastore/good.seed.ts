// Run by hand: it ends with its process.
import postgres from 'postgres';

const seed = async () => {
  const sql = postgres('postgresql://localhost:5432/plans');
  await sql`INSERT INTO plans (name) VALUES ('free')`;
  process.exit(0);
};

await seed();
