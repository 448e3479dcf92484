import express from 'express';
import Fastify from 'fastify';

const app = express();
app.set('trust proxy', 1);
app.set('view engine', 'pug');

app.get('/address', (req, res) => {
  // What the nearest proxy appended.
  const nearest = String(req.headers['x-forwarded-for'] ?? '').split(',').at(-1);
  res.json({ address: req.ip, nearest });
});

app.use((req, _res, next) => {
  console.log(req.headers['x-forwarded-for']);
  next();
});

const server = Fastify({ trustProxy: ['10.0.0.0/8'] });
const plain = Fastify();
app.set('trust proxy', 'loopback');

export { app, plain, server };
