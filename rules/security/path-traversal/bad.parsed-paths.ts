import { rm } from 'node:fs/promises';
import path from 'node:path';
import express from 'express';

const router = express.Router();

router.delete('/directories', async (req, res) => {
  const { dir } = path.parse(req.query.path as string);
  // expect: path-traversal
  await rm(path.join('uploads', dir), { recursive: true });
  res.end();
});

export default router;
