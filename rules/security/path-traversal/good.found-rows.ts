import fs from 'node:fs';
import express from 'express';
import Knex from 'knex';
import { and, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { PrismaClient } from '@prisma/client';

const knex = Knex({ client: 'pg' });
const db = drizzle(process.env.DATABASE_URL!);
const prisma = new PrismaClient();
const router = express.Router();

router.delete('/uploads/:uuid', async (req, res) => {
  const { uuid } = req.params;
  const row = await knex('uploads').select('backend').where('uuid', uuid).first();
  if (row === undefined) throw new Error('no such upload');
  fs.unlinkSync(`data/${uuid}`);
  res.end();
});

class Asset {
  static async fromId(client: typeof db, owner: string, id: string): Promise<Asset> {
    const asset = await client.query.assets.findFirst({ where: and(eq(assets.owner, owner), eq(assets.id, id)) });
    if (!asset) {
      throw new Error('no such asset');
    }
    return new Asset();
  }
}

router.delete('/assets/:id', async (req, res) => {
  const { id } = req.params;
  const [asset] = await Promise.all([Asset.fromId(db, req.user.id, id), prisma.user.count()]);
  fs.rmSync(`data/${id}`);
  res.json(asset);
});

router.delete('/files/:id', async (req, res) => {
  await prisma.file.findUniqueOrThrow({ where: { id: req.params.id } });
  fs.rmSync(`data/${req.params.id}`);
  res.end();
});

router.post('/imports/errors', async (req, res) => {
  const { importId } = req.body;
  const found = await req.models.Imports.getImport(importId);
  if (!found) throw new Error('no such import');
  fs.writeFileSync(`errors/${importId}.csv`, '');
  res.end();
});

router.delete('/plugins', async (req, res) => {
  const { name } = req.body;
  const [plugins, pages] = await installed();
  const match = plugins.find((each) => each.package.name === name) || pages.find((each) => each.package.name === name);
  if (!match) return res.sendStatus(404);
  fs.rmSync(`data/${name}/package.json`);
  res.end();
});

export default router;
