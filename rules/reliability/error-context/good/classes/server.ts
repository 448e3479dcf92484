import express from 'express';
import { AppError } from './errors';

const app = express();
app.get('/orders/:id', (req, res) => {
  if (req.params.id === 'a') throw new AppError('not-found', 404, { id: req.params.id });
  if (req.params.id === 'b') throw new Error('b');
  if (req.params.id === 'c') throw new Error('c');
  if (req.params.id === 'd') throw new Error('d');
  if (req.params.id === 'e') throw new Error('e');
  res.json({});
});
app.listen(3000);
