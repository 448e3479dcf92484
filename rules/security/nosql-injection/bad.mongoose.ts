import express, { type Request, type Response } from 'express';
import mongoose, { Schema, model } from 'mongoose';

const userSchema = new Schema({ email: String, password: String, resetToken: String, active: Boolean });
const User = model('User', userSchema);
const Session = mongoose.model('Session', new Schema({ token: String }));

const app = express();
app.use(express.json());

app.post('/login', async (req: Request, res: Response) => {
  const { email, password } = req.body;
  // expect: nosql-injection P0
  const user = await User.findOne({ email, password }).lean();
  res.json(user);
});

app.post('/reset', async (req, res) => {
  // expect: nosql-injection P0
  await User.findOneAndUpdate({ resetToken: req.body.token }, { password: 'hash' });
  // expect: nosql-injection P0
  await User.updateOne({ resetToken: req.body.token }, { $unset: { resetToken: '' } });
  // expect: nosql-injection P0
  await Session.deleteMany({ user: req.body.user });
  res.end();
});

app.get('/users', async (req, res) => {
  // expect: nosql-injection P0
  const all = await User.find(req.query as object);
  // expect: nosql-injection P0
  const some = await User.find({ active: true, ...req.query });
  // expect: nosql-injection P0
  const one = await User.find().where('email').equals(req.query.email);
  // expect: nosql-injection P0
  const there = await User.exists({ email: req.query.email });
  // expect: nosql-injection P0
  const filtered = await User.find(JSON.parse(req.query.filter as string));
  res.json({ all, some, one, there, filtered });
});

app.get('/where', async (req, res) => {
  // expect: nosql-injection P0
  res.json(await User.find().$where(`this.email === "${req.query.email}"`));
});
