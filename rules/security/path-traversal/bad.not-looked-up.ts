import fs from 'node:fs';
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const router = express.Router();

router.post('/files/:id', async (req, res) => {
  const file = await prisma.file.findUnique({ where: { id: req.params.id } });
  if (file) return res.sendStatus(409);
  // expect: path-traversal
  fs.writeFileSync(`data/${req.params.id}`, '');
  res.end();
});

router.get('/other/:id', async (req, res) => {
  const file = await prisma.file.findUnique({ where: { id: req.params.id } });
  if (!file) return res.sendStatus(404);
  // expect: path-traversal
  fs.createReadStream(`data/${req.query.name}`).pipe(res);
});

export default router;
