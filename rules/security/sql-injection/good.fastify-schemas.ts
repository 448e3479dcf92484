import Fastify from 'fastify';
import { Type } from '@sinclair/typebox';
import pg from 'pg';

const pool = new pg.Pool();
const ListQuery = Type.Object({
  account: Type.String({ pattern: '^[A-Z]{2}[0-9]{4}$' }),
  column: Type.Union([Type.Literal('amount'), Type.Literal('booked_at')]),
  limit: Type.Integer({ minimum: 1, maximum: 100 }),
});

const app = Fastify();
app.get('/entries', { schema: { querystring: ListQuery } }, async (request) => {
  // ok: sql-injection
  return pool.query(`SELECT * FROM entries WHERE account = '${request.query.account}' ORDER BY ${request.query.column} LIMIT ${request.query.limit}`);
});
