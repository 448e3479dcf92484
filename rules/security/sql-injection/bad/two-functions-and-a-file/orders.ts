import { db } from './database.js';
import { whereStatus } from './conditions.js';

export interface OrderFilter {
  status: string;
  limit: number;
}

export async function findOrders(filter: OrderFilter) {
  const where = whereStatus(filter.status);
  // expect: sql-injection P0
  const result = await db.query('SELECT * FROM orders ' + where + ` LIMIT ${filter.limit}`);
  return result.rows;
}
