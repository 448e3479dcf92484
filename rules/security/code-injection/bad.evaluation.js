const express = require('express');
const vm = require('vm');
const { VM, NodeVM } = require('vm2');

const app = express();
app.use(express.json());

app.post('/calculate', (req, res) => {
  // expect: code-injection P0
  res.json({ result: eval(req.body.formula) });
});

app.get('/calculate/:formula', function (req, res) {
  var formula = req.params.formula;
  // expect: code-injection P0
  var result = eval('(' + formula + ')');
  res.json({ result: result });
});

app.post('/filter', (req, res) => {
  // expect: code-injection P0
  const keep = new Function('row', `return ${req.body.condition}`);
  res.json(rows.filter((row) => keep(row)));
});

app.post('/call', (req, res) => {
  // expect: code-injection P0
  const call = Function(req.body.names, req.body.text);
  res.json(call());
});

app.post('/vm', (req, res) => {
  // expect: code-injection P0
  vm.runInNewContext(req.body.code, {});
  // expect: code-injection P0
  const script = new vm.Script(req.body.code);
  script.runInThisContext();
  // expect: code-injection P0
  vm.runInThisContext(`(${req.body.code})()`);
  res.end();
});

app.post('/vm2', (req, res) => {
  // expect: code-injection P0
  new VM({ timeout: 1000 }).run(req.body.code);
  const sandbox = new NodeVM();
  // expect: code-injection P0
  sandbox.run(req.body.code);
  // expect: code-injection P0
  sandbox.run(`module.exports = ${req.body.value}`);
  res.end();
});

app.get('/later', (req, res) => {
  var command = "log('" + req.query.message + "')";
  // expect: code-injection P0
  setTimeout(command, 1000);
  // expect: code-injection P0
  setInterval(`log('${req.query.message}')`, 1000);
  res.end();
});

function parse(text) {
  // expect: code-injection P0
  return eval('(' + text + ')');
}

app.post('/parse', (req, res) => res.json(parse(req.body.text)));
