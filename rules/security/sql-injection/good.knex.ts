import Hapi from '@hapi/hapi';
import knex, { type Knex } from 'knex';

const db = knex({ client: 'pg' });
const server = Hapi.server();
const SORTABLE = new Set(['title', 'author', 'year']);

server.route({
  method: 'GET',
  path: '/books',
  handler: async (request) => {
    const { author, sort } = request.query;
    const query = db('books').select('id', 'title').where({ author });
    query.whereRaw('lower(author) = lower(?)', [author]);
    if (!SORTABLE.has(sort)) return query.orderBy('title');
    return query.orderByRaw(sort + ' desc');
  },
});

server.route({
  method: 'GET',
  path: '/books/{id}',
  handler: async (request) => {
    const { rows } = await db.raw('select * from books where id = ?', [request.params.id]);
    return rows[0];
  },
});

server.route({
  method: 'POST',
  path: '/books',
  handler: async (request) => {
    const { shelf, title } = request.payload as { shelf: string; title: string };
    await db.transaction(async (trx) => {
      await trx('books').insert({ shelf, title, created: trx.fn.now() });
      await trx('books').where('shelf', shelf).orderBy(request.query.sort, request.query.dir).update({ title: trx.raw('upper(??)', ['title']) });
    });
    return null;
  },
});

export async function report(conn: Knex, having: number) {
  return conn.select('author').from('books').groupBy('author').havingRaw(`count(*) > ${having}`);
}

// The builder writes the statement; what runs is its text.
export async function copyInto(prisma: { $executeRawUnsafe(sql: string): Promise<number> }, column: string) {
  const schema = db.schema.createTable('temporary_copy', (table) => table.string(column));
  // ok: sql-injection
  await prisma.$executeRawUnsafe(schema.toQuery().replace('create table', 'create temporary table'));
}
