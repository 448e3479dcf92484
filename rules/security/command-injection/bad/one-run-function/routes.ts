import express from 'express';
import { run } from './run';
const app = express();

app.get('/uptime', async (_req, res) => {
  // ok: command-injection
  res.json({ out: await run('uptime') });
});
app.get('/disk', async (_req, res) => {
  // ok: command-injection
  res.json({ out: await run('df -h') });
});
app.get('/lookup', async (req, res) => {
  // expect: command-injection P0
  res.json({ out: await run(`nslookup ${req.query.name}`) });
});
