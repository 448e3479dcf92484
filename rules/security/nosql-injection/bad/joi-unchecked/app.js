const express = require('express');
const mongoose = require('mongoose');
const Joi = require('joi');
const validate = require('./validate');

const User = mongoose.model('User', new mongoose.Schema({ email: String }));
const app = express();
app.use(express.json());
app.post('/login', validate(Joi.object({ page: Joi.number() })), async (req, res) => {
  // expect: nosql-injection
  res.json(await User.findOne({ email: req.body.email }));
});
