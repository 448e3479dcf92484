const express = require('express');

const app = express();
app.use(express.json());

app.post('/later', (req, res) => {
  // expect: code-injection
  setTimeout(req.body.code, 10);
  const { job } = req.body;
  // expect: code-injection
  setInterval(job, 1000);
  res.end();
});

app.get('/sum', (req, res) => {
  expression = req.query.expression;
  // expect: code-injection
  res.json(eval(expression));
});
