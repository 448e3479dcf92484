import express, { type NextFunction, type Request, type Response } from 'express';
import { StatusCodes } from 'http-status-codes';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();
app.use(express.json());

// Who may come in is no check of what is sent.
function guard(req: Request, res: Response, next: NextFunction) {
  if (req.body.role === 'guest') return res.status(StatusCodes.FORBIDDEN).end();
  next();
}

// expect: input-validation P0
app.post('/notes', guard, async (req, res) => {
  res.json(await prisma.note.create({ data: { role: req.body.role, text: req.body.text } }));
});
