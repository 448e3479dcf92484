import fs from 'node:fs';
import express from 'express';

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

const sessions: Session[] = [];

// Another instance is filled from what was sent, and not the one whose cover is read.
router.post('/sessions/local', (req, res) => {
  const local = new Session(req.body.session);
  res.json({ length: local.cover.length });
});

router.post('/sessions/shared', (req, res) => {
  const shared = new Session();
  shared.construct({ cover: 'covers/none.png' });
  sessions.push(shared);
  res.end();
});

router.get('/cover', (req, res) => {
  const shared = new Session();
  fs.createReadStream(shared.cover).pipe(res);
});

export default router;
