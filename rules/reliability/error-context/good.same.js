// One text that is thrown in many places is one error.
const express = require('express');
const app = express();

app.post('/jobs0', (req, res) => {
  const queue = queues.get(req.body.queue);
  if (!queue) throw new Error('Non existing queue ' + req.body.queue);
  queue.add(req.body);
  res.sendStatus(202);
});

app.post('/jobs1', (req, res) => {
  const queue = queues.get(req.body.queue);
  if (!queue) throw new Error('Non existing queue ' + req.body.queue);
  queue.add(req.body);
  res.sendStatus(202);
});

app.post('/jobs2', (req, res) => {
  const queue = queues.get(req.body.queue);
  if (!queue) throw new Error('Non existing queue ' + req.body.queue);
  queue.add(req.body);
  res.sendStatus(202);
});

app.post('/jobs3', (req, res) => {
  const queue = queues.get(req.body.queue);
  if (!queue) throw new Error('Non existing queue ' + req.body.queue);
  queue.add(req.body);
  res.sendStatus(202);
});

app.post('/jobs4', (req, res) => {
  const queue = queues.get(req.body.queue);
  if (!queue) throw new Error('Non existing queue ' + req.body.queue);
  queue.add(req.body);
  res.sendStatus(202);
});

app.post('/jobs5', (req, res) => {
  const queue = queues.get(req.body.queue);
  if (!queue) throw new Error('Non existing queue ' + req.body.queue);
  queue.add(req.body);
  res.sendStatus(202);
});
app.listen(3000);
