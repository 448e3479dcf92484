const fs = require('node:fs');
const path = require('node:path');
const express = require('express');
const { Pool } = require('pg');

const app = express();
const db = new Pool();

app.get('/invoices/:id', async (req, res) => {
  const { rows } = await db.query('select id, total from invoices where id = $1', [req.params.id]);
  // expect: local-files
  fs.writeFileSync(path.join(__dirname, 'exports', `${rows[0].id}.json`), JSON.stringify(rows[0]));
  res.json({ ok: true });
});
app.get('/report', async (req, res) => {
  const { rows } = await db.query('select day, total from sales order by day limit 400');
  // Made again when it is needed.
  // ok: local-files
  fs.writeFileSync('/tmp/report/last.csv', rows.map((row) => `${row.day},${row.total}`).join('\n'));
  res.sendFile('/tmp/report/last.csv');
});
app.listen(3000);
