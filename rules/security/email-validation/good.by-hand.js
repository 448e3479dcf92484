const express = require('express');
const Joi = require('joi');
const { body, validationResult } = require('express-validator');
const { PrismaClient } = require('@prisma/client');

const prisma = new PrismaClient();
const app = express();
const checks = [body('email').isEmail()];
const schema = Joi.object({ email: Joi.string().required() });

app.use(express.json());
// Each check is run by hand before the looser schema is asked.
// ok: email-validation
app.post('/directors', async (req, res) => {
  for (const check of checks) await check.run(req);
  if (!validationResult(req).isEmpty()) return res.sendStatus(400);
  const { value, error } = schema.validate(req.body);
  if (error) return res.sendStatus(400);
  await prisma.director.create({ data: { email: value.email } });
  res.sendStatus(201);
});
