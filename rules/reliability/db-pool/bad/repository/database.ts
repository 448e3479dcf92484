import mysql from 'mysql2/promise';

export async function open() {
  // expect: db-pool P1
  return mysql.createConnection({ host: 'db', database: 'desk' });
}
