import fs from 'node:fs';
import express from 'express';
import Knex from 'knex';
import { drizzle } from 'drizzle-orm/node-postgres';
import { eq, ne } from 'drizzle-orm';
import { PrismaClient } from '@prisma/client';

const knex = Knex({ client: 'pg' });
const db = drizzle(process.env.DATABASE_URL!);
const prisma = new PrismaClient();
const router = express.Router();

router.delete('/uploads/:uuid', async (req, res) => {
  const { uuid } = req.params;
  const row = await knex('uploads').select('backend').where('uuid', '!=', uuid).first();
  if (row === undefined) throw new Error('no other upload');
  // expect: path-traversal
  fs.unlinkSync(`data/${uuid}`);
  res.end();
});

router.delete('/assets/:id', async (req, res) => {
  const { id } = req.params;
  const asset = await db.query.assets.findFirst({ where: ne(assets.id, id) });
  if (!asset) return res.sendStatus(404);
  // expect: path-traversal
  fs.rmSync(`data/${id}`);
  res.json(asset);
});

router.put('/assets/:id', async (req, res) => {
  const { id } = req.params;
  const found = await Promise.all([db.query.assets.findFirst({ where: eq(assets.id, id) }), prisma.user.count()]);
  // expect: path-traversal
  fs.writeFileSync(`data/${id}`, '');
  res.json(found);
});

router.delete('/files/:id', async (req, res) => {
  await prisma.file.findUniqueOrThrow({ where: { id: req.params.id } });
  // expect: path-traversal
  fs.rmSync(`data/${req.query.name}`);
  res.end();
});

router.post('/imports/errors', async (req, res) => {
  const { importId } = req.body;
  const found = await req.models.Imports.getOptions(importId);
  if (!found) throw new Error('no such options');
  // expect: path-traversal
  fs.writeFileSync(`errors/${importId}.csv`, '');
  res.end();
});

router.delete('/plugins', async (req, res) => {
  const { name, plugins } = req.body;
  const match = plugins.find((each) => each.package.name === name);
  if (!match) return res.sendStatus(404);
  // expect: path-traversal
  fs.rmSync(`data/${name}/package.json`);
  res.end();
});

export default router;
