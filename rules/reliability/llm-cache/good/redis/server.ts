import express from 'express';
import { Pinecone } from '@pinecone-database/pinecone';
import { vectorOf } from './models';

const index = new Pinecone().index('articles');
const app = express();

app.get('/search', async (req, res) => {
  res.json(await index.query({ vector: await vectorOf(String(req.query.q)), topK: 5 }));
});
