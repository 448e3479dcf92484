'use strict';
const express = require('express');
const OpenAI = require('openai');
const { Pinecone } = require('@pinecone-database/pinecone');

const openai = new OpenAI();
const index = new Pinecone().index('articles');
const vectors = new Map();
const answers = new Map();
const app = express();

app.get('/search', async (req, res) => {
  const text = String(req.query.q);
  if (!vectors.has(text)) {
    const { data } = await openai.embeddings.create({ model: 'text-embedding-3-small', input: text });
    vectors.set(text, data[0].embedding);
  }
  res.json(await index.query({ vector: vectors.get(text), topK: 5 }));
});

app.post('/kinds', async (req, res) => {
  const text = req.body.text;
  if (answers.has(text)) return res.json(answers.get(text));
  const answer = await openai.chat.completions.create({ model: 'gpt-4o-mini', temperature: 0, messages: [{ role: 'user', content: text }] });
  answers.set(text, answer.choices[0].message.content);
  res.json(answers.get(text));
});
