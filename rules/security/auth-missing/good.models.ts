import express from 'express';
import OpenAI from 'openai';

const app = express();
const client = new OpenAI();
app.use(express.json());

function requireUser(req: express.Request, res: express.Response, next: express.NextFunction) {
  if (!req.headers.authorization) return void res.sendStatus(401);
  next();
}

app.post('/chat', requireUser, async (req, res) => {
  const answer = await client.chat.completions.create({ model: 'gpt-4o-mini', max_tokens: 300, messages: [{ role: 'user', content: String(req.body.text) }] });
  res.json(answer.choices[0]?.message);
});

// Hands on what another service answers.
app.post('/rates', async (req, res) => {
  const answer = await fetch('https://rates.example.com/quote', { method: 'POST', body: JSON.stringify(req.body) });
  res.json(await answer.json());
});

// A client that is made for the caller changes nothing.
import * as partner from './partner';
app.post('/quotes', async (req, res) => {
  const client = partner.createInstance({ token: req.cookies.token });
  res.json(await client.quote(req.body));
});
