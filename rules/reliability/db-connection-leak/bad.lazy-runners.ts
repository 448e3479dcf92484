import { DataSource } from 'typeorm';

const dataSource = new DataSource({ type: 'postgres' });

declare function now(): Promise<number>;
declare class Order {}

export async function touch(atLeast: number): Promise<void> {
  // expect: db-connection-leak
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  const at = await now();
  if (at < atLeast) throw new Error('clocks differ');
  try {
    await runner.query('UPDATE keys SET at = $1', [at]);
  } finally {
    await runner.release();
  }
}

export async function fromMaster(): Promise<unknown> {
  // expect: db-connection-leak
  const orders = dataSource.createQueryRunner('master').manager.getRepository(Order);
  return orders.find({ take: 10 });
}

export async function first(statement: string): Promise<unknown> {
  // expect: db-connection-leak
  const runner = dataSource.createQueryRunner();
  const [row] = await runner.query(statement);
  if (row === undefined) return null;
  await runner.release();
  return row;
}
