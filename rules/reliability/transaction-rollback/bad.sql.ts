import mysql from 'mysql2/promise';
import { Pool, type PoolClient } from 'pg';

const pool = new Pool({ max: 10 });
const other = mysql.createPool({ host: 'db' });

export async function transfer(client: PoolClient, from: string, to: string): Promise<void> {
  // expect: transaction-rollback
  await client.query('BEGIN');
  await client.query('UPDATE accounts SET balance = balance - 1 WHERE id = $1', [from]);
  await client.query('UPDATE accounts SET balance = balance + 1 WHERE id = $1', [to]);
  await client.query('COMMIT');
}

export async function onThePool(from: string): Promise<void> {
  // expect: transaction-rollback
  await pool.query('BEGIN');
  await pool.query('UPDATE accounts SET balance = 0 WHERE id = $1', [from]);
  await pool.query('COMMIT');
}

export async function returns(id: string): Promise<boolean> {
  const client = await pool.connect();
  try {
    // expect: transaction-rollback
    await client.query('START TRANSACTION');
    const { rows } = await client.query('SELECT 1 FROM accounts WHERE id = $1 FOR UPDATE', [id]);
    if (rows.length === 0) return false;
    await client.query('COMMIT');
    return true;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

export async function onlyReleased(id: string): Promise<void> {
  const connection = await other.getConnection();
  try {
    // expect: transaction-rollback
    await connection.beginTransaction();
    await connection.execute('DELETE FROM lines WHERE order_id = ?', [id]);
    await connection.commit();
  } finally {
    connection.release();
  }
}
