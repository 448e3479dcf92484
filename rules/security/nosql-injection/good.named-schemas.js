// A checking middleware under a name, in a list, and with the library's own names for the parts of a request.
const express = require('express');
const mongoose = require('mongoose');
const { celebrate, Joi, Segments } = require('celebrate');
const Token = mongoose.model('Token', new mongoose.Schema({ email: String }));
const app = express();
app.use(express.json());
const checkEmail = celebrate({
  [Segments.BODY]: Joi.object().keys({ email: Joi.string().required().email().message('no address').lowercase() }),
});
// ok: nosql-injection
const find = (email) => Token.findOne({ email }).exec();

app.post('/a', checkEmail, async (req, res) => {
  const { email } = req.body;
  // ok: nosql-injection
  res.json(await Token.findOne({ email }));
});
const handlers = [
  checkEmail,
  async (req, res) => {
    // ok: nosql-injection
    res.json(await Token.deleteOne({ email: req.body.email }));
  },
];
app.post('/b', handlers);
app.post('/c', checkEmail, async (req, res) => res.json(await find(req.body.email)));
