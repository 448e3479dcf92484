import { drizzle } from 'drizzle-orm/postgres-js';
import express from 'express';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import postgres from 'postgres';
import { users } from './schema';

const app = express();

app.get('/users', async (_req, res) => {
  // expect: db-pool P1
  const db = drizzle(postgres(process.env.DATABASE_URL!));
  res.json(await db.select().from(users).limit(10));
});

class UsersService {
  async list() {
    // expect: db-pool P1
    const db = new Kysely<any>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: process.env.DATABASE_URL }) }) });
    return db.selectFrom('users').selectAll().limit(10).execute();
  }
}
const service = new UsersService();
app.get('/people', async (_req, res) => res.json(await service.list()));

// Made once, whatever it is made of.
const shared = drizzle(postgres(process.env.DATABASE_URL!));
app.get('/count', async (_req, res) => res.json(await shared.select().from(users).limit(1)));
app.listen(3000);
