import path from 'node:path';
import express from 'express';

const router = express.Router();

router.post('/entries', (req, res) => {
  // expect: open-redirect
  res.redirect(path.posix.join(req.body.base, req.path));
});

router.get('/boards', (req, res) => {
  const { searchParams } = new URL(req.url, 'http://localhost');
  // expect: open-redirect
  res.redirect(searchParams.get('next'));
});

export default router;
