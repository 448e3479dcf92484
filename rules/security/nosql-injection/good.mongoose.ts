import express, { type Request, type Response } from 'express';
import mongoose, { Schema, model } from 'mongoose';
import { z } from 'zod';

const User = model('User', new Schema({ email: String, password: String, age: Number }));
const login = z.object({ email: z.string().email(), password: z.string() });

const app = express();
app.use(express.json());

app.post('/login', async (req: Request, res: Response) => {
  const { email, password } = login.parse(req.body);
  res.json(await User.findOne({ email, password }));
});

app.get('/users/:id', async (req, res) => {
  // A key is cast to an identifier, a path parameter is a text.
  const byId = await User.findById(req.params.id);
  const byName = await User.findOne({ _id: req.params.id });
  const cast = await User.findOne({ _id: new mongoose.Types.ObjectId(String(req.query.id)) });
  res.json({ byId, byName, cast });
});

app.post('/users', async (req, res) => {
  const text = req.body.email.toString();
  const lower = req.body.name.trim().toLowerCase();
  const created = await User.create({ email: req.body.email });
  res.json([created, await User.findOne({ email: text, name: lower }), await User.find(mongoose.sanitizeFilter({ email: req.body.email }))]);
});
