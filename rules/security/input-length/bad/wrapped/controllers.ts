import type { Request, Response } from 'express';
import { z } from 'zod';
import { db } from './db';
import { wrap } from './wrap';

const noteSchema = z.object({ title: z.string().max(200), text: z.string() });
const tagSchema = z.object({ name: z.string().max(40) });

export const createNote = wrap(async (req: Request, res: Response) => {
  await db.note.create({ data: noteSchema.parse(req.body) });
  res.sendStatus(201);
});

export const createTag = wrap(async (req: Request, res: Response) => {
  await db.tag.create({ data: tagSchema.parse(req.body) });
  res.sendStatus(201);
});
