const { initTRPC } = require('@trpc/server');
const { createHTTPServer } = require('@trpc/server/adapters/standalone');
const { z } = require('zod');
const { Pool } = require('pg');

const pool = new Pool();
const t = initTRPC.create();

const router = t.router({
  // expect: auth-missing
  'users.delete': t.procedure.input(z.object({ id: z.number() })).mutation(async (opts) => {
    await pool.query('DELETE FROM users WHERE id = $1', [opts.input.id]);
  }),
  // expect: auth-missing
  invoices: t.procedure.query(async () => (await pool.query('SELECT * FROM invoices')).rows),
});

createHTTPServer({ router }).listen(2022);
