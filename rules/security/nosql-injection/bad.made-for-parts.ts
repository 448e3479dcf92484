// Middleware made with schemas for parts of the request checks those parts, and no others.
import express from 'express';
import mongoose from 'mongoose';
import { z, type ZodTypeAny } from 'zod';

const app = express();
app.use(express.json());
const Tag = mongoose.model('Tag', new mongoose.Schema({ name: String }));

interface Schemas {
  body?: ZodTypeAny;
  query?: ZodTypeAny;
}

const checked =
  ({ body: bodySchema, query: querySchema }: Schemas): express.RequestHandler =>
  (req, res, next) => {
    if (querySchema) {
      const result = querySchema.safeParse(req.query);
      if (!result.success) return void res.status(400).end();
    }
    if (bodySchema) {
      const result = bodySchema.safeParse(req.body);
      if (!result.success) return void res.status(400).end();
    }
    next();
  };

const logged =
  ({ body: bodySchema }: Schemas): express.RequestHandler =>
  (req, _res, next) => {
    if (bodySchema) {
      const result = bodySchema.safeParse(req.body);
      if (!result.success) console.warn('odd body');
    }
    next();
  };

app.delete('/tags', checked({ body: z.object({ id: z.string() }) }), async (req, res) => {
  // ok: nosql-injection
  await Tag.updateMany({ tags: req.body.id }, { $pull: { tags: String(req.body.id) } });
  // expect: nosql-injection P0
  res.json(await Tag.find({ name: req.query.name }));
});

app.post('/tags', checked({ query: z.object({ name: z.string() }) }), async (req, res) => {
  // ok: nosql-injection
  await Tag.find({ name: req.query.name });
  // expect: nosql-injection P0
  res.json(await Tag.find({ name: req.body.name }));
});

app.put('/tags', logged({ body: z.object({ id: z.string() }) }), async (req, res) => {
  // expect: nosql-injection P0
  res.json(await Tag.find({ name: req.body.id }));
});
