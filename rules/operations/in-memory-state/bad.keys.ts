import { randomUUID } from 'node:crypto';
import express from 'express';

const app = express();
app.use(express.json());
// What is kept is made up; whom it is kept for, the request says.
// expect: in-memory-state
const jobs: Record<string, string> = {};
// expect: in-memory-state
const lastVisit = new Map<string, number>();
// expect: in-memory-state
const issued = new Map<string, { token: string; uses: number }>();
// expect: in-memory-state
const recentPlaces: string[] = [];

app.post('/jobs', (req, res) => {
  jobs[req.body.id] = 'queued';
  lastVisit.set(req.body.user, Date.now());
  issued.set(req.body.user, { token: randomUUID(), uses: 0 });
  recentPlaces.push(req.body.place);
  res.json({ state: jobs[req.body.id] });
});
