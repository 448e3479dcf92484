const express = require('express');
const { expressjwt } = require('express-jwt');
const { PrismaClient } = require('@prisma/client');

const app = express();
const prisma = new PrismaClient();
const isAuth = expressjwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'], credentialsRequired: false });
const mustSignIn = expressjwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'] });

// expect: auth-missing
app.delete('/notes/:id', isAuth, async (req, res) => {
  res.json(await prisma.note.delete({ where: { id: req.params.id } }));
});
// ok: auth-missing
app.delete('/drafts/:id', mustSignIn, async (req, res) => {
  res.json(await prisma.draft.delete({ where: { id: req.params.id } }));
});
// ok: auth-missing
app.delete('/files/:id', isAuth, async (req, res) => {
  if (!req.auth) return res.sendStatus(401);
  res.json(await prisma.file.delete({ where: { id: req.params.id } }));
});
app.listen(3000);
