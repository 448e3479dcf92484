const express = require('express');
const OpenAI = require('openai');

const app = express();
const openai = new OpenAI({ timeout: 10_000 });

app.get('/faq', async (req, res) => {
  // expect: llm-cache P3
  const answer = await openai.chat.completions.create({ model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'List the house rules in short.' }] });
  res.json(answer.choices[0].message);
});
