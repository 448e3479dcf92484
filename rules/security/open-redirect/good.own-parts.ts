import path from 'node:path';
import express from 'express';

const router = express.Router();

router.post('/entries', (req, res) => {
  const identifier = req.body.identifier || 'new';
  // ok: open-redirect
  res.setHeader('Location', path.posix.join(req.baseUrl, req.path, identifier));
  res.sendStatus(201);
});

router.get('/boards', (req, res) => {
  const { search } = new URL(req.url, 'http://localhost');
  // ok: open-redirect
  res.redirect(`${boardPath(req.params.name)}${search}`);
});

export default router;
