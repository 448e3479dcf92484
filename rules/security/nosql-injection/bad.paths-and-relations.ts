import { PrismaClient } from '@prisma/client';
import { DOMParser } from '@xmldom/xmldom';
import express from 'express';
import { readFileSync } from 'node:fs';
import xpath from 'xpath';

const app = express();
app.use(express.json());
const prisma = new PrismaClient();
const document = new DOMParser().parseFromString(readFileSync('users.xml', 'utf8'), 'text/xml');

app.get('/user', (req, res) => {
  // expect: nosql-injection
  res.json(xpath.select(`//user[name='${req.query.name}']`, document as any));
});

app.post('/posts', async (req, res) => {
  // expect: nosql-injection P1
  res.json(await prisma.post.findMany({ where: req.body.where }));
});

app.post('/tokens', async (req, res) => {
  // expect: nosql-injection P1
  res.json(await prisma.user.findFirst({ where: { name: 'root', resetToken: req.body.token } }));
});
