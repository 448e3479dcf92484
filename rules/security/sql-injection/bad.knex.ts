import Hapi from '@hapi/hapi';
import knex, { type Knex } from 'knex';

const db = knex({ client: 'pg' });
const server = Hapi.server();

server.route({
  method: 'GET',
  path: '/books',
  handler: async (request) => {
    const { author, sort } = request.query;
    const query = db('books').select('id', 'title');
    // expect: sql-injection P0
    query.whereRaw(`lower(author) = lower('${author}')`);
    // expect: sql-injection P0
    return query.orderByRaw(sort + ' desc');
  },
});

server.route({
  method: 'GET',
  path: '/books/{id}',
  handler: async (request) => {
    // expect: sql-injection P0
    const { rows } = await db.raw('select * from books where id = ' + request.params.id);
    return rows[0];
  },
});

server.route({
  method: 'POST',
  path: '/books',
  handler: async (request) => {
    const { shelf } = request.payload as { shelf: string };
    await db.transaction(async (trx) => {
      // expect: sql-injection P0
      await trx.schema.raw(`create table shelf_${shelf} (id int)`);
      // expect: sql-injection P0
      await trx('books').where((builder) => builder.whereRaw(`shelf = '${shelf}'`)).delete();
    });
    return null;
  },
});

export async function report(conn: Knex, having: string) {
  // expect: sql-injection P1
  return conn.select('author').from('books').groupBy('author').havingRaw(`count(*) > ${having}`);
}
