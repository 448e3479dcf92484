// Branches that the source itself rules out, places of lists, properties that were replaced, a check of every name that is there.
const express = require('express');
const { exec } = require('child_process');
const app = express();

app.get('/0', (req, res) => {
  const param = req.query.vector;
  let num = 106; const bar = (7 * 18) + num > 200 ? 'safe' : param;
  // ok: command-injection
  exec('ls ' + bar);
});
app.get('/1', (req, res) => {
  const param = req.query.vector;
  let bar; const guess = 'ABC'; const t = guess.charAt(1); switch (t) { case 'A': bar = param; break; case 'B': bar = 'bob'; break; default: bar = 'x'; }
  // ok: command-injection
  exec('ls ' + bar);
});
app.get('/2', (req, res) => {
  const param = req.query.vector;
  let bar; const guess = 'ABC'; switch (guess[1]) { case 'A': bar = param; break; case 'B': bar = 'bob'; break; default: bar = param; }
  // ok: command-injection
  exec('ls ' + bar);
});
app.get('/3', (req, res) => {
  const param = req.query.vector;
  const list = []; list.push('safe'); list.push(param); list.push('moresafe'); list.shift(); const bar = list[1];
  // ok: command-injection
  exec('ls ' + bar);
});
app.get('/4', (req, res) => {
  const param = req.query.vector;
  const list = [param, 'safe']; list.splice(0, 1); const bar = list[0];
  // ok: command-injection
  exec('ls ' + bar);
});
app.get('/5', (req, res) => {
  const param = req.query.vector;
  const m = new Map(); m.set('a', 'safe'); m.set('b', param); const bar = m.get('a');
  // ok: command-injection
  exec('ls ' + bar);
});
app.get('/6', (req, res) => {
  const param = req.query.vector;
  const m = new Map(); m.set('a', 'safe'); m.set('b', param); let bar = m.get('b'); bar = m.get('a');
  // ok: command-injection
  exec('ls ' + bar);
});
app.get('/7', (req, res) => {
  const param = req.query.vector;
  const o = { v: param }; o.v = 'safe'; const bar = o.v;
  // ok: command-injection
  exec('ls ' + bar);
});
app.get('/8', (req, res) => {
  const param = req.query.vector;
  const DEBUG = false; let bar = 'x'; if (DEBUG) { bar = param; }
  // ok: command-injection
  exec('ls ' + bar);
});
app.get('/9', (req, res) => {
  const param = req.query.vector;
  let bar = 'safe'; if (1 > 2) { bar = param; }
  // ok: command-injection
  exec('ls ' + bar);
});
app.get('/10', (req, res) => {
  const param = req.query.vector;
  let bar = 'safe'; while (false) { bar = param; }
  // ok: command-injection
  exec('ls ' + bar);
});
app.get('/11', (req, res) => {
  const param = req.query.vector;
  const flag = true; const bar = flag ? 'safe' : param;
  // ok: command-injection
  exec('ls ' + bar);
});
app.get('/12', (req, res) => {
  const param = req.query.vector;
  const flag = true; let bar; if (!flag) { bar = param; } else { bar = 'x'; }
  // ok: command-injection
  exec('ls ' + bar);
});
app.get('/13', (req, res) => {
  const param = req.query.vector;
  let bar; if ('a'.length > 3) { bar = param; } else { bar = 'x'; }
  // ok: command-injection
  exec('ls ' + bar);
});
app.get('/14', (req, res) => {
  const param = req.query.vector;
  const q = []; q.unshift(param); q.unshift('safe'); const bar = q[0];
  // ok: command-injection
  exec('ls ' + bar);
});
app.get('/15', (req, res) => {
  const param = req.query.vector;
  const o = {}; o.x = param; delete o.x; o.x = 'safe'; const bar = o.x;
  // ok: command-injection
  exec('ls ' + bar);
});
app.get('/16', (req, res) => {
  const param = req.query.vector;
  const arr = ['safe', param]; const bar = arr.at(0);
  // ok: command-injection
  exec('ls ' + bar);
});
app.get('/17', (req, res) => {
  const param = req.query.vector;
  const num = 106; let bar; if ((500 / 42) + num > 200) { bar = param; } else { bar = 'never'; }
  // ok: command-injection
  exec('ls ' + bar);
});
app.get('/18', (req, res) => {
  const param = req.query.vector;
  const arr = []; arr[0] = 'safe'; arr[1] = param; const bar = arr[0];
  // ok: command-injection
  exec('ls ' + bar);
});
app.get('/19', (req, res) => {
  const param = req.query.vector;
  const bar = [param, 'safe'].pop();
  // ok: command-injection
  exec('ls ' + bar);
});
app.get('/20', (req, res) => {
  const param = req.query.vector;
  const bar = ['safe', param].shift();
  // ok: command-injection
  exec('ls ' + bar);
});
app.get('/21', (req, res) => {
  const name = req.query.v || null;
  if (name !== null) check(name);
  // ok: command-injection
  exec('ls ' + name);
});
function check(name) {
  if (!/^[a-z]+$/.test(name)) throw new Error('no');
}
