const crypto = require('crypto');
const express = require('express');
const { MongoClient } = require('mongodb');

const app = express();
app.use(express.json());
const orders = new MongoClient(process.env.MONGO_URL).db('shop').collection('orders');

const partnersOnly = (req, res, next) => {
  if (req.headers['x-internal-token'] !== process.env.INTERNAL_TOKEN) return res.sendStatus(401);
  next();
};
function signed(req, res, next) {
  const given = Buffer.from(req.get('x-signature') || '', 'hex');
  const due = crypto.createHmac('sha256', process.env.HOOK_SECRET).update(JSON.stringify(req.body)).digest();
  if (given.length !== due.length || !crypto.timingSafeEqual(given, due)) return res.sendStatus(401);
  next();
}

// Only services that know the operator's secret send what is searched for here.
app.post('/internal/orders', partnersOnly, async (req, res) => {
  // expect: nosql-injection P1
  res.json(await orders.findOne({ reference: req.body.reference }));
});
app.post('/hooks/orders', signed, async (req, res) => {
  // expect: nosql-injection P1
  res.json(await orders.findOne({ reference: req.body.reference }));
});

// A stage is no secret.
const staging = (req, res, next) => {
  if (req.headers['x-stage'] !== process.env.STAGE) return res.sendStatus(401);
  next();
};
app.post('/staging/orders', staging, async (req, res) => {
  // expect: nosql-injection P0
  res.json(await orders.findOne({ reference: req.body.reference }));
});

app.post('/orders', async (req, res) => {
  // expect: nosql-injection P0
  res.json(await orders.findOne({ reference: req.body.reference }));
});
