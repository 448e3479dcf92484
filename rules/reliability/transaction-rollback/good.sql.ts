import mysql from 'mysql2/promise';
import { Pool, type PoolClient } from 'pg';

const pool = new Pool({ max: 10 });
const other = mysql.createPool({ host: 'db' });

export async function transfer(from: string, to: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('UPDATE accounts SET balance = balance - 1 WHERE id = $1', [from]);
    await client.query('UPDATE accounts SET balance = balance + 1 WHERE id = $1', [to]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

export async function discarded(id: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL SERIALIZABLE');
    await client.query('DELETE FROM orders WHERE id = $1', [id]);
    await client.query('COMMIT');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

export async function returns(id: string): Promise<boolean> {
  const connection = await other.getConnection();
  await connection.beginTransaction();
  try {
    const [result] = await connection.execute('DELETE FROM lines WHERE order_id = ?', [id]);
    if (!result) {
      await connection.rollback();
      return false;
    }
    await connection.commit();
    return true;
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    connection.release();
  }
}

/** Who calls it ends it. */
export async function begin(client: PoolClient): Promise<void> {
  await client.query('BEGIN');
}

/** A block of a procedural language is no transaction. */
export async function block(client: PoolClient): Promise<void> {
  await client.query('BEGIN archive_orders(); END;');
}
