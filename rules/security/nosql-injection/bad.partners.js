const basicAuth = require('basic-auth');
const bcrypt = require('bcrypt');
const crypto = require('crypto');
const express = require('express');
const expressBasicAuth = require('express-basic-auth');
const { MongoClient } = require('mongodb');
const tsscmp = require('tsscmp');
const settings = require('./settings');

const app = express();
app.use(express.json());
const accounts = new MongoClient(process.env.MONGO_URL).db('shop').collection('accounts');
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

// Names and passwords of the program's settings.
const byBasic = (users) => {
  const known = new Map(Object.entries(users));
  return (req, res, next) => {
    const given = basicAuth(req);
    if (!given || !check(known, given.name, given.pass)) return res.sendStatus(401);
    next();
  };
};
function check(known, name, password) {
  const due = known.get(name);
  return due !== undefined && tsscmp(due, password);
}
app.post('/private/orders', byBasic(settings.httpUsers), async (req, res) => {
  // expect: nosql-injection P1
  res.json(await orders.findOne({ reference: req.body.reference }));
});
app.post('/operator/orders', expressBasicAuth({ users: { operator: process.env.OPERATOR_PASSWORD } }), async (req, res) => {
  // expect: nosql-injection P1
  res.json(await orders.findOne({ reference: req.body.reference }));
});

// Those of a store are anybody's.
const byAccount = async (req, res, next) => {
  const given = basicAuth(req);
  const account = given && (await accounts.findOne({ name: given.name }));
  if (!account || !tsscmp(account.password, given.pass)) return res.sendStatus(401);
  next();
};
app.post('/accounts/orders', byAccount, async (req, res) => {
  // expect: nosql-injection P0
  res.json(await orders.findOne({ reference: req.body.reference }));
});

// A token that only the operator's secret makes for a name.
const bySession = (req, res, next) => {
  const token = String(req.headers.authorization).slice(7);
  bcrypt.compare(req.params.session + settings.tokenSecret, token, (error, same) => {
    if (!same) return res.sendStatus(401);
    next();
  });
};
app.post('/:session/orders', bySession, async (req, res) => {
  // expect: nosql-injection P1
  res.json(await orders.findOne({ reference: req.body.reference }));
});

// A password is everybody's own, whatever is put behind it before it is compared.
const byPassword = async (req, res, next) => {
  const account = await accounts.findOne({ name: String(req.headers['x-name']) });
  const same = account && (await bcrypt.compare(req.headers['x-password'] + settings.pepperSecret, account.hash));
  if (!same) return res.sendStatus(401);
  next();
};
app.post('/own/orders', byPassword, async (req, res) => {
  // expect: nosql-injection P0
  res.json(await orders.findOne({ reference: req.body.reference }));
});
