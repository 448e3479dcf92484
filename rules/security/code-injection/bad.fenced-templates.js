// Handlebars reaches what it is given: templates of signed-in users are listed with low confidence (P2); those of strangers are P0.
const express = require('express');
const Handlebars = require('handlebars');
const jwt = require('jsonwebtoken');

const app = express();
app.use(express.json());

function requireUser(req, res, next) {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET);
  } catch {
    return res.sendStatus(401);
  }
  next();
}

app.post('/templates/preview', requireUser, (req, res) => {
  // expect: code-injection P2
  res.json({ text: Handlebars.compile(req.body.template)({ name: 'Ada' }) });
});

app.post('/preview', (req, res) => {
  // expect: code-injection P0
  res.json({ text: Handlebars.compile(req.body.template)({ name: 'Ada' }) });
});

app.listen(3000);
