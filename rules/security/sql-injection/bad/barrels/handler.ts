import type { FastifyReply, FastifyRequest } from 'fastify';
import { database, like } from './data';

export async function search(request: FastifyRequest<{ Querystring: { term: string } }>, reply: FastifyReply) {
  // expect: sql-injection P0
  const [rows] = await database.query(`SELECT * FROM articles WHERE ${like('title', request.query.term)}`);
  return reply.send(rows);
}
