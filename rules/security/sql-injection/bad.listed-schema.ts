import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import { Pool } from 'pg';

const pool = new Pool();
const t = initTRPC.create();
// One arm lets any text through.
const operators = [z.literal('and'), z.string()] as const;

export const router = t.router({
  rows: t.procedure.input(z.object({ operator: z.union(operators) })).query(async (options) => {
    // expect: sql-injection
    return pool.query(`SELECT * FROM rows WHERE a ${options.input.operator} b`);
  }),
});
