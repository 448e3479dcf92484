const express = require('express');
const { Pool } = require('pg');

const pool = new Pool({ max: 10 });
const app = express();
const server = app.listen(3000);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    server.close(async () => {
      await pool.end();
      process.exit(0);
    });
  });
}
