import knex from 'knex';

const db = knex({ client: 'pg', connection: process.env.DATABASE_URL });

export async function take(id: number) {
  // expect: transaction-rollback
  return await db.transaction(async (trx) => {
    const rows = await trx.select('id').from('tasks').where({ id }).forUpdate();
    const taken = await db.from('tasks').update({ state: 'taken' }).where({ id });
    return { rows, taken };
  });
}
