// expect-project: metrics P3
import express from 'express';
import OpenAI from 'openai';
import { Histogram } from 'prom-client';

const openai = new OpenAI({ timeout: 10_000 });
const latency = new Histogram({ name: 'http_request_duration_seconds', help: 'latency', labelNames: ['route', 'status'] });
const app = express();
app.use((req, res, next) => {
  const end = latency.startTimer();
  res.on('finish', () => end({ route: req.path, status: res.statusCode }));
  next();
});
app.post('/chat', async (req, res) => {
  const answer = await openai.chat.completions.create({ model: 'gpt-4o-mini', max_tokens: 200, messages: [{ role: 'user', content: String(req.body.text) }] });
  res.json(answer.choices[0].message);
});
app.listen(3000);
