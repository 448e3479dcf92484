const express = require('express');
const OpenAI = require('openai');

const app = express();
const openai = new OpenAI({ timeout: 10_000 });
const answers = new Map();

app.get('/faq', async (req, res) => {
  const known = answers.get('faq');
  if (known !== undefined) return res.json(known);
  const answer = await openai.chat.completions.create({ model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'List the house rules in short.' }] });
  answers.set('faq', answer.choices[0].message);
  res.json(answer.choices[0].message);
});

// Another one each time is what is wanted.
app.get('/joke', async (req, res) => {
  const answer = await openai.chat.completions.create({ model: 'gpt-4o-mini', temperature: 0.8, messages: [{ role: 'user', content: 'Tell a joke.' }] });
  res.json(answer.choices[0].message);
});
