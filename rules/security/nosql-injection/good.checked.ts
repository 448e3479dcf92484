import express, { type Request, type Response } from 'express';
import { MongoClient } from 'mongodb';
import { Schema, model } from 'mongoose';
import { PrismaClient } from '@prisma/client';
import { z } from 'zod';

const app = express();
app.use(express.json());
const users = new MongoClient('mongodb://localhost').db('shop').collection('users');
const User = model('User', new Schema({ email: String, password: String, age: Number }));
const prisma = new PrismaClient();
const login = z.object({ email: z.string().email(), password: z.string() });

// Texts are made of what must be texts, or the shape is checked.
app.post('/login', async (req, res) => {
  res.json(await users.findOne({ email: String(req.body.email) }));
});

app.post('/typeof', async (req, res) => {
  const { email } = req.body;
  if (typeof email !== 'string') return res.sendStatus(400);
  res.json(await users.findOne({ email }));
});

app.post('/schema', async (req: Request, res: Response) => {
  const { email, password } = login.parse(req.body);
  res.json(await User.findOne({ email, password }));
});

app.post('/methods', async (req, res) => {
  const text = req.body.email.toString();
  const lower = req.body.name.trim().toLowerCase();
  res.json([await User.findOne({ email: text, name: lower }), await prisma.user.findFirst({ where: { name: String(req.body.name) } })]);
});
