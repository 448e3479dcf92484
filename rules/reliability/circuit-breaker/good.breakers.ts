import express from 'express';
import CircuitBreaker from 'opossum';
import { circuitBreaker, ConsecutiveBreaker, ExponentialBackoff, handleAll, retry, wrap } from 'cockatiel';
import OpenAI from 'openai';
import Stripe from 'stripe';
import axios from 'axios';

const app = express();
const openai = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });
const stripe = new Stripe(process.env.STRIPE_KEY!);

async function quote(currency: string) {
  const { data } = await axios.get(`https://api.rates.example/quotes/${currency}`, { timeout: 3000 });
  return data;
}

const quotes = new CircuitBreaker(quote, { timeout: 3000, resetTimeout: 30_000 });
const payments = circuitBreaker(handleAll, { halfOpenAfter: 30_000, breaker: new ConsecutiveBreaker(5) });
const models = wrap(retry(handleAll, { maxAttempts: 2, backoff: new ExponentialBackoff() }), circuitBreaker(handleAll, { halfOpenAfter: 30_000, breaker: new ConsecutiveBreaker(5) }));

app.post('/orders', async (req, res) => {
  const { amount } = await quotes.fire(req.body.currency);
  const intent = await payments.execute(() => stripe.paymentIntents.create({ amount, currency: req.body.currency }));
  res.json({ id: intent.id });
});

app.post('/chat', async (req, res) => {
  res.json(await models.execute(() => openai.chat.completions.create({ model: 'gpt-4o-mini', messages: req.body.messages, max_tokens: 300 })));
});

// Not a service of somebody else: this machine, a neighbour by its bare name, an address that a client chose.
app.post('/internal', async (req, res) => {
  await fetch('http://localhost:4000/refresh');
  await fetch('http://thumbnails:8080/make');
  await fetch(req.body.callback, { method: 'POST' });
  await fetch(`${process.env.APP_URL}/revalidate`);
  res.sendStatus(204);
});
