const express = require('express');
const mongoose = require('mongoose');
const Joi = require('joi');
const { z } = require('zod');
const User = mongoose.model('User', new mongoose.Schema({ email: String }));
const app = express();
app.use(express.json());
const login = Joi.object({ email: Joi.string().required() });
const Login = z.object({ email: z.string() });
function validateJoi(schema) {
  return function (req, res, next) {
    const { error, value } = schema.validate(req.body);
    if (error) return res.status(400).json({ error: error.details });
    req.body = value;
    next();
  };
}
function validateZod(req, res, next) {
  try { req.body = Login.parse(req.body); next(); } catch (e) { res.status(400).end(); }
}
function validateSafe(schema) {
  return (req, res, next) => {
    const result = schema.safeParse(req.body);
    if (!result.success) { return res.status(400).json({ errors: result.error.issues }); }
    req.validated = result.data;
    next();
  };
}
app.post('/a', validateJoi(login), async (req, res) => {
  // ok: nosql-injection
  res.json(await User.findOne({ email: req.body.email }));
});
app.post('/b', validateZod, async (req, res) => {
  // ok: nosql-injection
  res.json(await User.findOne({ email: req.body.email }));
});
app.post('/c', validateSafe(Login), async (req, res) => {
  // ok: nosql-injection
  res.json(await User.findOne({ email: req.validated.email }));
});
app.post('/d', async (req, res) => {
  const { error } = login.validate(req.body);
  if (error) { return res.status(400).end(); }
  // ok: nosql-injection
  res.json(await User.findOne({ email: req.body.email }));
});
