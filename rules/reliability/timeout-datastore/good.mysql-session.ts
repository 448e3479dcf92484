import mysql from 'mysql2';

const pool = mysql.createPool({ host: 'localhost', connectionLimit: 10 });
pool.on('connection', (connection) => {
  connection.query('SET SESSION max_execution_time = 10000');
});
export default pool;
