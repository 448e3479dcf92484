import knex from 'knex';

const db = knex({ client: 'pg', connection: process.env.DATABASE_URL });

// What is handed to a query of the transaction runs as a part of it.
export async function take(limit: number) {
  return await db.transaction(async (trx) => {
    await trx.raw('SELECT pg_advisory_xact_lock(1)');
    return trx
      .with('free', (query) => query.select('id').from('tasks').where('state', 'free').limit(limit))
      .with('taken', db.from('tasks').update({ state: 'taken' }).whereIn('id', db.select('id').from('free')).returning('*'))
      .select('*')
      .from('taken');
  });
}
