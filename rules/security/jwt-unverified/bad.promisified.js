const { promisify } = require('util');
const { decode, verify } = require('jsonwebtoken');
const express = require('express');

const app = express();

app.delete('/orders/:id', async (req, res) => {
  const [, token] = req.headers.authorization.split(' ');
  // expect: jwt-unverified P0
  const { tenantId, isAdmin } = decode(token);
  if (!isAdmin) return res.status(403).end();
  return res.json(await remove(tenantId, req.params.id));
});

const verifyAsync = promisify(verify);
app.post('/orders', async (req, res) => {
  // expect: jwt-unverified P1
  const claims = await verifyAsync(req.cookies.session, process.env.JWT_SECRET, { algorithms: ['HS256'], ignoreExpiration: true });
  res.json(await create(claims.sub, req.body));
});
