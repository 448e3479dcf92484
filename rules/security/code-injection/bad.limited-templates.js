const express = require('express');
const jwt = require('jsonwebtoken');
const { Liquid } = require('liquidjs');

const engine = new Liquid();
const app = express();
app.use(express.json());

const signedIn = (req, res, next) => {
  try {
    req.user = jwt.verify(String(req.headers.authorization).slice(7), process.env.JWT_SECRET, { algorithms: ['HS256'] });
    next();
  } catch {
    res.sendStatus(401);
  }
};

// Users write the texts of their mails.
app.post('/mails/preview', signedIn, async (req, res) => {
  // expect: code-injection P2
  res.json({ text: await engine.parseAndRender(req.body.text, { name: 'Ada' }) });
});

app.get('/preview', async (req, res) => {
  // expect: code-injection P1
  res.json({ text: await engine.parseAndRender(req.query.text, { name: 'Ada' }) });
});
