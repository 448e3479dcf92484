const mariadb = require('mariadb');

// expect: timeout-datastore
const pool = mariadb.createPool({ host: 'db' });

module.exports = (sql, values) => pool.query(sql, values);
