import { DataSource } from 'typeorm';

const dataSource = new DataSource({ type: 'postgres' });

declare function now(): Promise<number>;

// A query runner takes its connection when it is used for the first time.
export async function touch(keys: string[], atLeast: number): Promise<void> {
  const runner = dataSource.createQueryRunner();
  const at = await now();
  if (at < atLeast) throw new Error('clocks differ');
  if (keys.length === 0) return;
  try {
    await runner.manager.query('UPDATE keys SET at = $1', [at]);
  } finally {
    await runner.release();
  }
}

// Only asked for where it belongs.
export async function replica(): Promise<string> {
  const source = dataSource.createQueryRunner('slave').connection;
  await now();
  return source.driver.database ?? '';
}

// Given back by what runs when the stream is over.
export async function stream(statement: string): Promise<NodeJS.ReadableStream> {
  const runner = dataSource.createQueryRunner('slave');
  try {
    const rows = await runner.stream(statement);
    let isReleased = false;
    const giveBack = async (): Promise<void> => {
      if (isReleased) return;
      isReleased = true;
      await runner.release();
    };
    rows.once('end', () => void giveBack());
    rows.once('close', () => void giveBack());
    return rows;
  } catch (error) {
    await runner.release();
    throw error;
  }
}

async function startTransaction(runner: import('typeorm').QueryRunner): Promise<void> {
  await runner.query('BEGIN');
}

// Where it cannot begin there is nothing to go on with, as the drivers write it.
export async function close(): Promise<void> {
  const runner = dataSource.createQueryRunner();
  await startTransaction(runner);
  try {
    await runner.query('UPDATE orders SET closed = true');
    await runner.query('COMMIT');
  } catch (error) {
    await runner.query('ROLLBACK');
    throw error;
  } finally {
    await runner.release();
  }
}
