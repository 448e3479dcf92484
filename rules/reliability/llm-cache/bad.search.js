'use strict';
const express = require('express');
const OpenAI = require('openai');
const { Pinecone } = require('@pinecone-database/pinecone');

const openai = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });
const index = new Pinecone({ apiKey: process.env.PINECONE_API_KEY }).index('articles');
const app = express();

app.get('/search', async (req, res) => {
  // expect: llm-cache
  const { data } = await openai.embeddings.create({ model: 'text-embedding-3-small', input: String(req.query.q) });
  const found = await index.query({ vector: data[0].embedding, topK: 5 });
  res.json(found.matches);
});

app.post('/tickets', async (req, res) => {
  // expect: llm-cache
  const answer = await openai.chat.completions.create({
    model: 'gpt-4o-mini',
    temperature: 0,
    max_tokens: 5,
    messages: [
      { role: 'system', content: 'Answer one of billing, bug, question.' },
      { role: 'user', content: req.body.text },
    ],
  });
  res.json({ kind: answer.choices[0].message.content });
});
