var mysql = require('mysql');
var mysql2 = require('mysql2/promise');

// expect: db-pool-limits P2
var pool = mysql.createPool({ host: 'db', user: 'desk', password: process.env.DB_PASSWORD });

// expect: db-pool-limits P2
const copied = mysql2.createPool({ host: 'db', user: 'desk', waitForConnections: true, connectionLimit: 10, queueLimit: 0 });

// expect: db-pool-limits P1
const endless = mysql2.createPool({ host: 'db', connectionLimit: 0, queueLimit: 20 });

// expect: db-pool-limits P2
const large = mysql2.createPool({ host: 'db', connectionLimit: 1000, queueLimit: 20 });

module.exports = { pool, copied, endless, large };
