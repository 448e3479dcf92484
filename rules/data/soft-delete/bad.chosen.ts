import express from 'express';
import { Pool } from 'pg';
import { pgTable, text, serial } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/node-postgres';
import { eq } from 'drizzle-orm';

// expect: soft-delete P2
export const customers = pgTable('customers', { id: serial('id').primaryKey(), email: text('email'), name: text('name') });

// expect: soft-delete P2
export const patients = pgTable('patients', { id: serial('id').primaryKey(), email: text('email'), birthday: text('birthday') });

const db = drizzle(new Pool({ connectionString: process.env.DATABASE_URL }));
const app = express();

async function removeCustomer(id: number) {
  await db.delete(customers).where(eq(customers.id, id));
}

app.delete('/customers/:id', async (req, res) => {
  await removeCustomer(Number(req.params.id));
  res.sendStatus(204);
});

app.delete('/clinics/:clinic/patients/:id', async (req, res) => {
  const [found] = await db.select().from(patients).where(eq(patients.id, Number(req.params.id)));
  await db.delete(patients).where(eq(patients.id, found.id));
  res.sendStatus(204);
});

app.listen(3000);
