import { MongoClient } from 'mongodb';
import mysql from 'mysql2/promise';
import { DataSource, type QueryRunner } from 'typeorm';

const client = new MongoClient(String(process.env.MONGO_URL));
const pool = mysql.createPool({ host: 'db', connectionLimit: 10 });

export class Reports {
  private runner: QueryRunner | null = null;

  constructor(private readonly dataSource: DataSource) {}

  async totals(): Promise<unknown> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.connect();
      return await runner.query('SELECT count(*) FROM orders');
    } finally {
      await runner.release();
    }
  }

  /** Kept for other methods: who ends it cannot be told here. */
  open(): void {
    this.runner = this.dataSource.createQueryRunner();
  }
}

export async function sessions(): Promise<void> {
  const session = client.startSession();
  try {
    await session.withTransaction(() => client.db().collection('orders').insertOne({ at: 1 }, { session }));
  } finally {
    await session.endSession();
  }
}

export async function names(): Promise<unknown> {
  await using connection = await pool.getConnection();
  const [rows] = await connection.query('SELECT name FROM users');
  return rows;
}

/** That undoing fails as well is not asked about. */
export async function enrol(course: string): Promise<void> {
  const session = client.startSession();
  session.startTransaction();
  try {
    await client.db().collection('enrolments').insertOne({ course }, { session });
    await session.commitTransaction();
    session.endSession();
  } catch (error) {
    await session.abortTransaction();
    session.endSession();
    throw error;
  }
}

// As the documentation of TypeORM writes it.
export async function closeMonth(dataSource: DataSource): Promise<void> {
  // ok: db-connection-leak
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  await runner.startTransaction();
  try {
    await runner.query('UPDATE orders SET closed = true');
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}
