import fs from 'node:fs';
import express from 'express';
import { requireAdmin } from './middleware';

const router = express.Router();
router.use(express.json());

class Session {
  cover = '';
  constructor(session?: { cover: string }) {
    if (session) this.construct(session);
  }
  construct(session: { cover: string }) {
    this.cover = session.cover;
  }
}

router.post('/cover', (req, res) => {
  const local = new Session(req.body.session);
  // expect: path-traversal P0
  fs.createReadStream(local.cover).pipe(res);
});

// A function that all use, and of which only administrators choose what this one reads.
function rendered(connection: Record<string, string>) {
  const result: Record<string, string> = {};
  for (const key of Object.keys(connection)) {
    const value = connection[key];
    result[key] = value;
  }
  return result;
}

function certificate(connection: Record<string, string>) {
  // expect: path-traversal P1
  return fs.readFileSync(rendered(connection).certificate);
}

router.post('/connections/test', requireAdmin, (req, res) => {
  res.json({ length: certificate({ ...req.body, rows: '1' }).length });
});

router.post('/queries', (req, res) => {
  res.json(Object.keys(rendered({ name: req.body.name })));
});

export default router;
