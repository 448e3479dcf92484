const { execFile } = require('child_process');

exports.backup = (database, target) =>
  new Promise((resolve, reject) => {
    execFile('pg_dump', ['--file', target, '--', database], (error) => (error ? reject(error) : resolve()));
  });
