import express from 'express';

const app = express();
app.use(express.json());
// The name is that of a table of code; what is kept is not.
// expect: in-memory-state
const roomProcesses: unknown[] = [];
// expect: in-memory-state
const sessions: Record<string, { name: string; since: number }> = {};
// expect: in-memory-state
const revoked = new Set<string>();

app.post('/rooms', (req, res) => {
  const room = { id: roomProcesses.length + 1, ...req.body };
  roomProcesses.push(room);
  res.json(room);
});
app.post('/login', (req, res) => {
  const { name, token } = req.body;
  sessions[token] = { name, since: Date.now() };
  revoked.add(req.body.old);
  res.end();
});
