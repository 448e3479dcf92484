const express = require('express');
const mongoose = require('mongoose');
const Joi = require('joi');
const validate = require('./validate');

const User = mongoose.model('User', new mongoose.Schema({ email: String }));
const login = { body: Joi.object().keys({ email: Joi.string().required(), password: Joi.string().required() }) };

const app = express();
app.use(express.json());
app.post('/login', validate(login), async (req, res) => {
  const { email } = req.body;
  // ok: nosql-injection
  res.json(await User.findOne({ email }));
});
