// Other ways to a program made of text.
const express = require('express');
const { spawn } = require('child_process');
const { Worker } = require('worker_threads');
const requireFromString = require('require-from-string');
const evaluate = require('eval');
const ejs = require('ejs');
const nunjucks = require('nunjucks');

const app = express();
const AsyncFunction = Object.getPrototypeOf(async function () {}).constructor;

app.post('/run', async (req, res) => {
  const { code } = req.body;
  // expect: code-injection
  spawn('node', ['-e', code]);
  // expect: code-injection
  spawn('python3', ['-c', `print(${code})`]);
  // expect: code-injection
  new Worker(code, { eval: true });
  // expect: code-injection
  new Worker(`./workers/${code}`);
  // expect: code-injection
  requireFromString(code);
  // expect: code-injection
  evaluate(code, true);
  // expect: code-injection
  await new AsyncFunction('db', code)(null);
  // expect: code-injection
  res.write(await ejs.renderFile(`./views/${req.body.view}`, {}));
  // expect: code-injection
  res.write(nunjucks.render(req.body.view, {}));
  // ok: code-injection
  spawn('node', ['tool.js', code]);
  // ok: code-injection
  new Worker('./worker.js', { workerData: code });
  // ok: code-injection
  res.end(nunjucks.render('page.html', { code }));
});
