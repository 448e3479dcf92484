import { PrismaClient } from '@prisma/client';
import express, { type NextFunction, type Request, type Response } from 'express';
import { verify } from './tokens';

const app = express();

const authenticate = async (req: Request, res: Response, next: NextFunction) => {
  // expect: db-pool P1
  const users = new PrismaClient().user;
  const found = await users.findUnique({ where: { id: verify(req.headers.authorization) } });
  if (!found) return res.sendStatus(401);
  next();
};

app.get('/me', authenticate, (req, res) => res.json({ ok: true }));
