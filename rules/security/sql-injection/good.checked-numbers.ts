import express from 'express';
import { initTRPC } from '@trpc/server';
import { Pool } from 'pg';
import { z } from 'zod';

const pool = new Pool();
const router = express.Router();
const page = z.object({
  offset: z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).optional(),
  limit: z.string().transform((text) => parseInt(text, 10)),
});

router.get('/own', async (req, res) => {
  const parsed = page.safeParse(req.query);
  if (!parsed.success) return res.sendStatus(400);
  res.json(await pool.query(`SELECT * FROM endpoints LIMIT ${parsed.data.limit} OFFSET ${parsed.data.offset ?? 0}`));
});

async function groups({ take, cursor }: { take: number; cursor?: number }) {
  return pool.query(`SELECT * FROM groups LIMIT ${take} OFFSET ${cursor}`);
}

// `Number(id)` is equal to the id of a site only where it is a number.
async function mayEdit(id: string) {
  const { rows } = await pool.query('SELECT id FROM sites');
  return rows.some((site: { id: number }) => site.id === Number(id));
}

router.delete('/sites/:id', async (req, res) => {
  const { id } = req.params;
  const may = await mayEdit(id);
  if (!may) return res.sendStatus(403);
  await pool.query(`DELETE FROM events WHERE site_id = ${id}`);
  res.sendStatus(204);
});

const t = initTRPC.create();
export const app = t.router({
  groups: t.procedure.input(z.object({ take: z.number(), cursor: z.number() })).query(({ input }) => groups(input)),
});

export default router;
