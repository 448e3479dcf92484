'use strict';
// A record that is put into the index, a conversation, an answer that may vary, one that is written down, a gateway that may keep it,
// what nobody waits for, and vectors that a map keeps.
const express = require('express');
const OpenAI = require('openai');
const { Pinecone } = require('@pinecone-database/pinecone');
const { Pool } = require('pg');

const openai = new OpenAI();
const gateway = new OpenAI({ baseURL: 'https://gateway.example.com/v1' });
const index = new Pinecone().index('articles');
const pool = new Pool();
const app = express();

app.post('/articles', async (req, res) => {
  const { data } = await openai.embeddings.create({ model: 'text-embedding-3-small', input: req.body.text });
  await index.upsert([{ id: req.body.id, values: data[0].embedding }]);
  res.end();
});

app.post('/chat', async (req, res) => {
  const answer = await openai.chat.completions.create({ model: 'gpt-4o-mini', temperature: 0, messages: [{ role: 'system', content: 'Be kind.' }, ...req.body.history] });
  res.json(answer.choices[0].message);
});

app.post('/poems', async (req, res) => {
  const answer = await openai.chat.completions.create({ model: 'gpt-4o-mini', messages: [{ role: 'user', content: req.body.topic }] });
  res.json(answer.choices[0].message);
});

app.post('/summaries', async (req, res) => {
  const answer = await openai.chat.completions.create({ model: 'gpt-4o-mini', temperature: 0, messages: [{ role: 'user', content: req.body.text }] });
  await pool.query('INSERT INTO summaries (text) VALUES ($1)', [answer.choices[0].message.content]);
  res.end();
});

app.post('/kinds', async (req, res) => {
  const answer = await gateway.chat.completions.create({ model: 'gpt-4o-mini', temperature: 0, messages: [{ role: 'user', content: req.body.text }] });
  res.json(answer.choices[0].message);
});

async function nightly(text) {
  return openai.chat.completions.create({ model: 'gpt-4o-mini', temperature: 0, messages: [{ role: 'user', content: text }] });
}

module.exports = { nightly };
