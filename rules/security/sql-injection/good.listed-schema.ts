import { initTRPC } from '@trpc/server';
import { z } from '@hono/zod-openapi';
import { Pool } from 'pg';

const pool = new Pool();
const t = initTRPC.create();
const and = z.literal('and');
const or = z.literal('or');
// The arms stand in a list of their own.
const operators = [and, or] as const;
const filters = z.object({ operator: z.union(operators) }).optional().catch(undefined);

export const router = t.router({
  rows: t.procedure.input(z.object({ filters })).query(async (options) => pool.query(`SELECT * FROM rows WHERE a ${options.input.filters?.operator} b`)),
});
