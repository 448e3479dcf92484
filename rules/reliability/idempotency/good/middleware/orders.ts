import knex from 'knex';

export const db = knex({ client: 'pg' });

export async function placeOrder(order: { userId: string; total: number }) {
  return db('orders').insert(order).returning('*');
}
