import express from 'express';
import OpenAI from 'openai';
import { Counter, Histogram } from 'prom-client';

const openai = new OpenAI({ timeout: 10_000 });
const latency = new Histogram({ name: 'http_request_duration_seconds', help: 'latency', labelNames: ['route', 'status'] });
const spent = new Counter({ name: 'llm_tokens_total', help: 'tokens' });
const app = express();
app.use((req, res, next) => {
  const end = latency.startTimer();
  res.on('finish', () => end({ route: req.path, status: res.statusCode }));
  next();
});
app.post('/chat', async (req, res) => {
  const { usage, choices } = await openai.chat.completions.create({ model: 'gpt-4o-mini', max_tokens: 200, messages: [{ role: 'user', content: String(req.body.text) }] });
  spent.inc(usage?.total_tokens ?? 0);
  res.json(choices[0].message);
});
app.listen(3000);
