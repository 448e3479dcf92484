const express = require('express');
const vm = require('vm');

const app = express();
app.use(express.json());

const FORMULAS = { sum: (a, b) => a + b, product: (a, b) => a * b };

app.post('/calculate', (req, res) => {
  const formula = FORMULAS[req.body.formula];
  if (formula === undefined) return res.sendStatus(400);
  res.json({ result: formula(Number(req.body.a), Number(req.body.b)) });
});

// Constant code, and values that are handed to it.
app.get('/version', (req, res) => {
  res.json({ version: eval('process.version') });
});

app.post('/double', (req, res) => {
  const double = new Function('x', 'return x * 2');
  res.json({ result: double(req.body.x), other: vm.runInNewContext('a + b', { a: req.body.a, b: req.body.b }) });
});

// Numbers, choices, JSON.
app.get('/round/:digits', (req, res) => {
  res.json({ result: eval(`(1.2345).toFixed(${parseInt(req.params.digits, 10)})`) });
});

app.get('/dump', (req, res) => {
  res.json(eval(req.query.kind === 'full' ? 'full()' : 'short()'));
});

app.post('/parse', (req, res) => res.json(JSON.parse(req.body.text)));

// Timers run functions, whatever they close over.
app.post('/remind', (req, res) => {
  setTimeout(() => send(req.body.message), Number(req.body.delay));
  setTimeout(send.bind(null, req.body.message), 1000);
  setTimeout(send, 1000, req.body.message);
  res.end();
});

// A method of another object.
app.post('/script', async (req, res) => {
  res.json(await redis.eval('return 1', 0), page.eval(req.body.selector));
});
