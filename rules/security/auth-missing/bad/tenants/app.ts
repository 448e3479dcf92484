import { PrismaClient } from '@prisma/client';
import express from 'express';

const db = new PrismaClient();
export const app = express();

// What belongs to a tenant is not for everybody, whatever it is called.
// expect: auth-missing
app.get('/projects/:id', async (req, res) => {
  res.json(await db.project.findUnique({ where: { id: req.params.id } }));
});
// Whoever calls was given the address.
// ok: auth-missing
app.get('/shared/:shareToken', async (req, res) => {
  res.json(await db.board.findUnique({ where: { shareToken: req.params.shareToken } }));
});
