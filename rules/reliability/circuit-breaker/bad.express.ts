import express from 'express';
import OpenAI from 'openai';
import Stripe from 'stripe';
import nodemailer from 'nodemailer';
import axios from 'axios';

const app = express();
const openai = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });
const stripe = new Stripe(process.env.STRIPE_KEY!, { maxNetworkRetries: 2 });
const mailer = nodemailer.createTransport({ host: process.env.SMTP_HOST });
const rates = axios.create({ baseURL: 'https://api.rates.example', timeout: 3000 });

app.post('/orders', async (req, res) => {
  // expect: circuit-breaker P2
  const quote = await rates.get(`/quotes/${req.body.currency}`);
  // expect: circuit-breaker P0
  const intent = await stripe.paymentIntents.create({ amount: quote.data.amount, currency: req.body.currency });
  // expect: circuit-breaker P0
  await mailer.sendMail({ to: req.body.email, subject: 'Thank you' });
  res.json({ id: intent.id });
});

app.post('/chat', async (req, res) => {
  // expect: circuit-breaker P0
  const answer = await openai.chat.completions.create({ model: 'gpt-4o-mini', messages: req.body.messages, max_tokens: 300 });
  // expect: circuit-breaker P2
  await axios.post('https://api.rates.example/usage', { tokens: answer.usage?.total_tokens });
  res.json(answer);
});
