// A text that is made of an object or a list, or read out of one, is a text again.
const express = require('express');

const app = express();
app.use(express.urlencoded({ extended: true }));

function rowsOf(names) {
  const rows = [];
  for (const name of names) rows.push(`<li>${name}</li>`);
  return rows;
}

function greet(name) {
  const result = { name, html: `<p>Hello ${name}</p>` };
  return result;
}

app.post('/rows', (req, res) => {
  // expect: reflected-input P2
  res.send(rowsOf(req.body.names).join(''));
});

app.post('/greet', (req, res) => {
  // expect: reflected-input P2
  res.send(greet(req.body.name).html);
});

app.post('/found', (req, res) => {
  const message = `Item ${req.body.id} found`;
  // expect: reflected-input P2
  res.status(200).send(message);
});
