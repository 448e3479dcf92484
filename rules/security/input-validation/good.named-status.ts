import express, { type NextFunction, type Request, type Response } from 'express';
import httpStatus from 'http-status';
import { StatusCodes } from 'http-status-codes';
import validator from 'validator';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();
app.use(express.json());

// Checks by hand that refuse with a status of an enumeration.
const validation = {
  signUp: (req: Request, res: Response, next: NextFunction) => {
    if (!req.body.email || !validator.isLength(req.body.password, { min: 8, max: 72 })) return res.status(StatusCodes.BAD_REQUEST).end();
    const email = validator.normalizeEmail(req.body.email);
    if (!email || !validator.isEmail(email)) return res.status(StatusCodes.BAD_REQUEST).end();
    return next();
  },
};

function checkNote(req: Request, res: Response, next: NextFunction) {
  const { text } = req.body;
  if (typeof text !== 'string' || text.length > 500) return res.sendStatus(httpStatus.UNPROCESSABLE_ENTITY);
  next();
}

app.post('/sign-up', validation.signUp, async (req, res) => {
  const { email, password } = req.body;
  res.json(await prisma.user.create({ data: { email, password } }));
});
app.post('/notes', checkNote, async (req, res) => {
  res.json(await prisma.note.create({ data: { text: req.body.text } }));
});
