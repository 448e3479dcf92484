import express from 'express';
import OpenAI from 'openai';
import { generateText } from 'ai';
import { openai } from '@ai-sdk/openai';

const app = express();
const client = new OpenAI();
app.use(express.json());

// expect: auth-missing P1
app.post('/chat', async (req, res) => {
  const answer = await client.chat.completions.create({ model: 'gpt-4o-mini', max_tokens: 300, messages: [{ role: 'user', content: String(req.body.text) }] });
  res.json(answer.choices[0]?.message);
});

// expect: auth-missing P1
app.post('/summaries', async (req, res) => {
  const { text } = await generateText({ model: openai('gpt-4o-mini'), prompt: String(req.body.text) });
  res.json({ text });
});
