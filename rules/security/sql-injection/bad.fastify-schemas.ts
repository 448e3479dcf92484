import Fastify from 'fastify';
import { Type } from '@sinclair/typebox';
import pg from 'pg';

const pool = new pg.Pool();
const ListQuery = Type.Object({ note: Type.String({ maxLength: 100 }), limit: Type.Integer() });

const app = Fastify();
app.get('/entries', { schema: { querystring: ListQuery } }, async (request) => {
  // expect: sql-injection
  return pool.query(`SELECT * FROM entries WHERE note LIKE '%${request.query.note}%' LIMIT ${request.query.limit}`);
});
app.get('/others', { schema: { body: ListQuery } }, async (request) => {
  // expect: sql-injection
  return pool.query(`SELECT * FROM entries LIMIT ${request.query.limit}`);
});
