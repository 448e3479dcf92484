// Their twins: the branch that is taken, the other place, what may have been replaced again, a check that something else decides on.
const express = require('express');
const { exec } = require('child_process');
const app = express();

app.get('/0', (req, res) => {
  const param = req.query.vector;
  let bar; const num = 86; if (7 * 42 - num > 200) bar = param; else bar = 'safe';
  // expect: command-injection
  exec('ls ' + bar);
});
app.get('/1', (req, res) => {
  const param = req.query.vector;
  let num = 10; const bar = (7 * 18) + num > 200 ? 'safe' : param;
  // expect: command-injection
  exec('ls ' + bar);
});
app.get('/2', (req, res) => {
  const param = req.query.vector;
  let bar; const guess = 'ABC'; const t = guess.charAt(2); switch (t) { case 'A': bar = 'b'; break; case 'C': bar = param; break; default: bar = 'x'; }
  // expect: command-injection
  exec('ls ' + bar);
});
app.get('/3', (req, res) => {
  const param = req.query.vector;
  const list = []; list.push('safe'); list.push(param); list.push('moresafe'); list.shift(); const bar = list[0];
  // expect: command-injection
  exec('ls ' + bar);
});
app.get('/4', (req, res) => {
  const param = req.query.vector;
  const m = new Map(); m.set('a', 'safe'); m.set('b', param); const bar = m.get('b');
  // expect: command-injection
  exec('ls ' + bar);
});
app.get('/5', (req, res) => {
  const param = req.query.vector;
  const m = new Map(); m.set('a', 'safe'); m.set('b', param); let bar = m.get('a'); bar = m.get('b');
  // expect: command-injection
  exec('ls ' + bar);
});
app.get('/6', (req, res) => {
  const param = req.query.vector;
  const bar = Buffer.from(Buffer.from(param).toString('base64'), 'base64').toString();
  // expect: command-injection
  exec('ls ' + bar);
});
app.get('/7', (req, res) => {
  const param = req.query.vector;
  const bar = new Buffer(new Buffer(param).toString('base64'), 'base64').toString('utf8');
  // expect: command-injection
  exec('ls ' + bar);
});
app.get('/8', (req, res) => {
  const param = req.query.vector;
  let bar = ''; for (let i = 0; i < param.length; i++) bar += param[i];
  // expect: command-injection
  exec('ls ' + bar);
});
app.get('/9', (req, res) => {
  const param = req.query.vector;
  const a = param; const b = a + '_SafeStuff'; const map = new Map(); map.set('key', b.toString()); const bar = map.get('key').substring(0, b.length - 9);
  // expect: command-injection
  exec('ls ' + bar);
});
app.get('/10', (req, res) => {
  let i = 0; i++; let bar = 'x'; if (i > 0) { bar = req.query.v; }
  // expect: command-injection
  exec('ls ' + bar);
});
app.get('/11', (req, res) => {
  let i = 3; let bar = 'x'; while (i > 0) { bar += req.query.v; i--; }
  // expect: command-injection
  exec('ls ' + bar);
});
app.get('/12', (req, res) => {
  let found = false; [1].forEach(() => { found = true; }); let bar = 'x'; if (found) bar = req.query.v;
  // expect: command-injection
  exec('ls ' + bar);
});
app.get('/13', (req, res) => {
  const o = { v: 'safe' }; Object.assign(o, req.query); const bar = o.v;
  // expect: command-injection
  exec('ls ' + bar);
});
app.get('/14', (req, res) => {
  const o = {}; o.v = 'safe'; fill(o, req.query.v); 
  // expect: command-injection
  exec('ls ' + o.v);
});
app.get('/15', (req, res) => {
  const list = ['a']; for (const x of [].concat(req.query.v)) list.unshift(x);
  // expect: command-injection
  exec('ls ' + list[0]);
});
app.get('/16', (req, res) => {
  let index; for (index = 0; index < 2; index += 1) { if (index > 0) break; } let bar = 's'; if (index === 1) bar = req.query.v;
  // expect: command-injection
  exec('ls ' + bar);
});
app.get('/17', (req, res) => {
  const o = { v: 'safe' }; const p = o; p.v = req.query.v;
  // expect: command-injection
  exec('ls ' + o.v);
});
app.get('/18', (req, res) => {
  const list = ['safe']; const same = list; same[0] = req.query.v;
  // expect: command-injection
  exec('ls ' + list[0]);
});
app.get('/19', (req, res) => {
  const name = req.query.v;
  if (req.query.strict) check(name);
  // expect: command-injection
  exec('ls ' + name);
});
app.get('/20', (req, res) => {
  const name = req.query.v; const key = req.query.key || null;
  if (key !== null) check(name);
  // expect: command-injection
  exec('ls ' + name);
});
function check(name) {
  if (!/^[a-z]+$/.test(name)) throw new Error('no');
}
function fill(o, v) {
  o.v = v;
}
