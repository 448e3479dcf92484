// The schema is of another part than the one that is used.
const express = require('express');
const mongoose = require('mongoose');
const { celebrate, Joi, Segments } = require('celebrate');
const Token = mongoose.model('Token', new mongoose.Schema({ email: String }));
const app = express();
app.use(express.json());

app.post('/a', celebrate({ [Segments.QUERY]: Joi.object().keys({ email: Joi.string().required() }) }), async (req, res) => {
  // expect: nosql-injection P0
  res.json(await Token.findOne({ email: req.body.email }));
});
