var mysql = require('mysql');

var connection = mysql.createConnection({ host: 'db' });

function transfer(from, to, done) {
  connection.beginTransaction(function (err) {
    if (err) return done(err);
    connection.query('UPDATE accounts SET balance = balance - 1 WHERE id = ?', [from], function (error) {
      if (error) {
        return connection.rollback(function () {
          done(error);
        });
      }
      connection.commit(done);
    });
  });
}

module.exports = { transfer };
