import { open } from './database';

export async function findUser(id: string) {
  const connection = await open();
  const [rows] = await connection.execute('SELECT id FROM users WHERE id = ?', [id]);
  await connection.end();
  return rows;
}
