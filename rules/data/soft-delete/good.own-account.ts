import express from 'express';
import { Pool } from 'pg';
import { pgTable, text, serial, timestamp } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/node-postgres';
import { eq } from 'drizzle-orm';
import { signedIn } from './session.js';

export const customers = pgTable('customers', { id: serial('id').primaryKey(), email: text('email'), name: text('name') });
export const members = pgTable('members', { id: serial('id').primaryKey(), email: text('email'), deletedAt: timestamp('deleted_at') });
export const addresses = pgTable('addresses', { id: serial('id').primaryKey(), phone: text('phone'), street: text('street'), memberEmail: text('member_email') });

const db = drizzle(new Pool({ connectionString: process.env.DATABASE_URL }));
const app = express();

// A person's own account: who did it is known.
app.delete('/me', async (req, res) => {
  const caller = await signedIn(req);
  await db.delete(customers).where(eq(customers.id, caller.id));
  res.sendStatus(204);
});

// The person is marked; what hangs on the person goes.
app.delete('/members/:id', async (req, res) => {
  await db.update(members).set({ deletedAt: new Date(), email: null }).where(eq(members.id, Number(req.params.id)));
  await db.delete(addresses).where(eq(addresses.id, Number(req.params.id)));
  res.sendStatus(204);
});

app.listen(3000);
