var mysql = require('mysql2/promise');

var pool = mysql.createPool({ host: 'localhost', connectionLimit: 10 });

// Statements carry a limit of their own.
exports.find = function (id) {
  return pool.execute({ sql: 'SELECT * FROM ticket WHERE id = ?', values: [id], timeout: 5000 });
};
