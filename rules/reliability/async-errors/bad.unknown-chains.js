const express = require('express');
const app = express();

app.param('userId', async (req, res, next, id) => {
  req.locals = { user: await find(id) };
  next();
});
app.delete('/users/:userId', (req, res) => {
  const { user } = req.locals;
  // expect: async-errors
  user.remove().then(() => res.status(204).end());
});
app.patch('/users/:userId', (req, res, next) => {
  const { user } = req.locals;
  // ok: async-errors
  user.save().then((saved) => res.json(saved)).catch(next);
});
app.post('/users/:userId/notes', (req, res) => {
  const { user } = req.locals;
  // ok: async-errors
  user.note(req.body.text).then(() => res.status(201).end(), () => res.status(500).end());
});
app.listen(3000);
