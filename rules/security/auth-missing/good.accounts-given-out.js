const { randomBytes } = require('node:crypto');
const express = require('express');
const { Account, Application, Order } = require('./models');
const { getSdk } = require('./partner');

const app = express();

app.get('/orders/:id', (req, res, next) => (req.user ? next() : res.sendStatus(401)), async (req, res) => res.json(await Order.findById(req.params.id)));

// A stranger gets a login and its password.
app.post('/create', async (req, res) => {
  const account = new Account();
  await account.create();
  res.send({ login: account.login, password: account.password });
});

// A program of somebody else registers itself.
app.post('/v1/apps', async (req, res) => {
  const clientSecret = randomBytes(32).toString('hex');
  const made = await Application.create({ name: req.body.name, clientSecret });
  const answer = { name: made.name, client_id: made.clientId, client_secret: clientSecret };
  res.json(answer);
});

// The partner is asked with the token that the caller's cookie holds.
app.post('/close-account', async (req, res) => {
  const sdk = getSdk(req, res);
  sdk.store.setToken(req.cookies.token);
  await sdk.account.deleteCurrent({ reason: req.body.reason });
  res.sendStatus(204);
});
