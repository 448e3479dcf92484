// Listed, not counted: mistakes of clients are answered with their status where they are seen; what is thrown is the rest.
// expect-project: error-context
const express = require('express');
const app = express();

async function load(id) {
  if (!pool) throw new Error('no pool');
  const row = await pool.read(id);
  if (row.broken) throw new Error('row is broken');
  if (row.old) throw new Error('row is old');
  if (row.odd) throw new Error('row is odd');
  if (row.wide) throw new Error('row is wide');
  return row;
}

app.get('/r0/:id', async (req, res) => {
  if (!req.params.id) return res.status(400).json({ code: 'id-missing' });
  if (req.params.id.length > 20) return res.status(400).json({ code: 'id-long' });
  if (!req.user) return res.status(401).json({ code: 'sign-in' });
  if (!req.user.reads) return res.status(403).json({ code: 'not-yours' });
  res.json(await load(req.params.id));
});

app.get('/r1/:id', async (req, res) => {
  if (!req.params.id) return res.status(400).json({ code: 'id-missing' });
  if (req.params.id.length > 20) return res.status(400).json({ code: 'id-long' });
  if (!req.user) return res.status(401).json({ code: 'sign-in' });
  if (!req.user.reads) return res.status(403).json({ code: 'not-yours' });
  res.json(await load(req.params.id));
});

app.get('/r2/:id', async (req, res) => {
  if (!req.params.id) return res.status(400).json({ code: 'id-missing' });
  if (req.params.id.length > 20) return res.status(400).json({ code: 'id-long' });
  if (!req.user) return res.status(401).json({ code: 'sign-in' });
  if (!req.user.reads) return res.status(403).json({ code: 'not-yours' });
  res.json(await load(req.params.id));
});

app.get('/r3/:id', async (req, res) => {
  if (!req.params.id) return res.status(400).json({ code: 'id-missing' });
  if (req.params.id.length > 20) return res.status(400).json({ code: 'id-long' });
  if (!req.user) return res.status(401).json({ code: 'sign-in' });
  if (!req.user.reads) return res.status(403).json({ code: 'not-yours' });
  res.json(await load(req.params.id));
});

app.get('/r4/:id', async (req, res) => {
  if (!req.params.id) return res.status(400).json({ code: 'id-missing' });
  if (req.params.id.length > 20) return res.status(400).json({ code: 'id-long' });
  if (!req.user) return res.status(401).json({ code: 'sign-in' });
  if (!req.user.reads) return res.status(403).json({ code: 'not-yours' });
  res.json(await load(req.params.id));
});
app.listen(3000);
