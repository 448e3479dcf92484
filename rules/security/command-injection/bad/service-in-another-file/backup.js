const { exec } = require('child_process');

function commandFor(database, target) {
  return `pg_dump ${database} > /backups/${target}.sql`;
}

exports.backup = (database, target) =>
  new Promise((resolve, reject) => {
    // expect: command-injection P0
    exec(commandFor(database, target), (error) => (error ? reject(error) : resolve()));
  });
