const express = require('express');
const Joi = require('joi');
const { PrismaClient } = require('@prisma/client');

const prisma = new PrismaClient();
const app = express();
const schema = Joi.object({ email: Joi.string().required() });

app.use(express.json());
// The looser schema alone.
// expect: email-validation
app.post('/directors', async (req, res) => {
  const { value, error } = schema.validate(req.body);
  if (error) return res.sendStatus(400);
  await prisma.director.create({ data: { email: value.email } });
  res.sendStatus(201);
});
