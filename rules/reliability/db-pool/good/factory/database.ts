import mysql from 'mysql2/promise';

export function makePool() {
  return mysql.createPool({ host: 'db', database: 'desk', connectionLimit: 10 });
}
