import express from 'express';
import mongoose, { Schema, model } from 'mongoose';

const User = model('User', new Schema({ email: String, password: String, age: Number }));

const app = express();
app.use(express.json());

app.get('/users/:id', async (req, res) => {
  // A key is cast to an identifier, a path parameter is a text.
  const byId = await User.findById(req.params.id);
  const byName = await User.findOne({ _id: req.params.id });
  const cast = await User.findOne({ _id: new mongoose.Types.ObjectId(String(req.query.id)) });
  res.json({ byId, byName, cast });
});

app.post('/users', async (req, res) => {
  const created = await User.create({ email: req.body.email });
  res.json([created, await User.find(mongoose.sanitizeFilter({ email: req.body.email }))]);
});
