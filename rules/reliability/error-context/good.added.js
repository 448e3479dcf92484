const express = require('express');
const createError = require('http-errors');
const app = express();
app.get('/orders/:id', (req, res, next) => {
  if (req.params.id === 'a') throw createError(404, 'no such order');
  if (req.params.id === 'b') {
    const error = new Error('b');
    error.status = 409;
    throw error;
  }
  if (req.params.id === 'c') return next(new Error('c', { cause: req.cause }));
  if (req.params.id === 'd') throw Object.assign(new Error('d'), { code: 'd' });
  if (req.params.id === 'f') throw new Error('f');
  if (req.params.id === 'g') throw new Error('g');
  if (req.params.id === 'h') throw new Error('h');
  if (req.params.id === 'i') throw new Error('i');
  throw new Error('e');
});
app.listen(3000);
