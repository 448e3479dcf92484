var mysql = require('mysql');
var mysql2 = require('mysql2/promise');

// expect: timeout-datastore P2
var connection = mysql.createConnection({ host: 'localhost', user: 'app', database: 'desk' });

// expect: timeout-datastore P2
var pool = mysql2.createPool({ host: 'localhost', connectionLimit: 10 });

// expect: timeout-datastore
var off = mysql2.createPool({ host: 'localhost', connectTimeout: 0 });

module.exports = { connection, pool, off };
