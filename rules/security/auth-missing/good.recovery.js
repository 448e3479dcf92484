const express = require('express');
const { requireUser } = require('./auth');
const { db } = require('./db');

const app = express();
app.post('/login', (req, res) => res.json(db.session.find(req.body.name)));
app.post('/orders', requireUser, async (req, res) => res.json(await db.order.create(req.body)));

// Who has forgotten a password cannot sign in.
app.post('/forgetpassword', async (req, res) => res.json(await db.user.findOneAndUpdate({ email: req.body.email }, { reset: req.body.token })));

// What is put into a stream is an answer.
app.post('/questions', async (req, res) => {
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(req.body.question);
      controller.close();
    },
  });
  res.send(stream);
});
