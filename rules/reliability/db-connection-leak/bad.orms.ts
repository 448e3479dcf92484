import { MongoClient } from 'mongodb';
import mysql from 'mysql2/promise';
import { DataSource } from 'typeorm';

const client = new MongoClient(String(process.env.MONGO_URL));
const pool = mysql.createPool({ host: 'db', connectionLimit: 10 });

export class Reports {
  constructor(private readonly dataSource: DataSource) {}

  async totals(): Promise<unknown> {
    // expect: db-connection-leak
    const runner = this.dataSource.createQueryRunner();
    await runner.connect();
    const rows = await runner.query('SELECT count(*) FROM orders');
    await runner.release();
    return rows;
  }
}

export async function sessions(): Promise<void> {
  // expect: db-connection-leak P2
  const session = client.startSession();
  await client.db().collection('orders').insertOne({ at: 1 }, { session });
  await session.endSession();
}

export async function names(): Promise<unknown> {
  // expect: db-connection-leak
  const connection = await pool.getConnection();
  const [rows] = await connection.query('SELECT name FROM users');
  return rows;
}

export async function closeMonth(dataSource: DataSource): Promise<void> {
  // expect: db-connection-leak
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  await runner.startTransaction();
  await runner.query('UPDATE orders SET closed = true');
  await runner.commitTransaction();
  await runner.release();
}

export async function open(name: string): Promise<void> {
  // expect: db-connection-leak P2
  const session = client.startSession();
  session.startTransaction();
  await client.db().collection('depots').updateOne({ name }, { $set: { open: true } }, { session });
  await session.commitTransaction();
}
