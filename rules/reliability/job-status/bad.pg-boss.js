// expect-project: job-status
'use strict';
const express = require('express');
const PgBoss = require('pg-boss');

const boss = new PgBoss(process.env.DATABASE_URL);
const app = express();

app.post('/exports', async function (req, res) {
  await boss.send('export', { tenant: req.body.tenant });
  res.status(202).end();
});

app.listen(3000);
