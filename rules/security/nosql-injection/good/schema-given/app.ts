import express from 'express';
import { z } from 'zod';
import mongoose from 'mongoose';
import { createHandler } from './handler';

const Source = mongoose.model('Source', new mongoose.Schema({ name: String }));
const updateValidator = { body: z.object({ source: z.string() }) };
const app = express();
app.use(express.json());

// What the wrapper lets through is what its schema says; that cannot be told from here.
app.post(
  '/sources',
  createHandler(updateValidator)(async (req) => {
    return Source.findOne({ name: req.body.source });
  }),
);
app.listen(3000);
