import fs from 'node:fs';
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const router = express.Router();

router.get('/files/:id', async (req, res) => {
  const file = await prisma.file.findUnique({ where: { id: req.params.id } });
  if (!file) return res.sendStatus(404);
  fs.createReadStream(`data/${req.params.id}`).pipe(res);
});

router.get('/certificates', (req, res) => {
  const { hostname } = new URL(String(req.query.url));
  res.json(fs.readFileSync(`certificates/${hostname}.pem`, 'utf8').length);
});

export default router;
