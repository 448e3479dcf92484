import * as Sentry from '@sentry/node';
import axios from 'axios';
import express from 'express';

Sentry.init({ dsn: process.env.SENTRY_DSN, tracesSampleRate: 0.1 });
const app = express();
app.get('/orders', async (req, res) => res.json((await axios.get('https://orders.example.com')).data));
app.listen(3000);
