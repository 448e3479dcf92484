import express from 'express';
import { GetEndpointsSchema } from '@example/common';
import { initTRPC } from '@trpc/server';
import { Pool } from 'pg';
import { z } from 'zod';

const pool = new Pool();
const router = express.Router();
const page = z.object({ order: z.string().transform((text) => text.trim()) });

router.get('/own', async (req, res) => {
  const parsed = page.safeParse(req.query);
  if (!parsed.success) return res.sendStatus(400);
  // expect: sql-injection
  res.json(await pool.query(`SELECT * FROM endpoints ORDER BY ${parsed.data.order}`));
});

// What a schema of another package lets through cannot be told: listed with low confidence.
router.get('/other', async (req, res) => {
  const parsed = GetEndpointsSchema.safeParse(req.query);
  if (!parsed.success) return res.sendStatus(400);
  // expect: sql-injection P1
  res.json(await pool.query(`SELECT * FROM endpoints OFFSET ${parsed.data.offset ?? 0}`));
});

async function groups({ search }: { search: string }) {
  // expect: sql-injection
  return pool.query(`SELECT * FROM groups WHERE name LIKE '%${search}%'`);
}

// A text that begins like the number of a site is none.
async function mayEdit(id: string) {
  const { rows } = await pool.query('SELECT id FROM sites');
  return rows.some((site: { id: number }) => site.id === parseInt(id, 10));
}

router.delete('/sites/:id', async (req, res) => {
  const { id } = req.params;
  const may = await mayEdit(id);
  if (!may) return res.sendStatus(403);
  // expect: sql-injection
  await pool.query(`DELETE FROM events WHERE site_id = ${id}`);
  res.sendStatus(204);
});

const t = initTRPC.create();
export const app = t.router({
  groups: t.procedure.input(z.object({ search: z.string() })).query(({ input }) => groups(input)),
});

export default router;
