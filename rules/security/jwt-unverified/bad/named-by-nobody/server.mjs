import express from 'express';
import { readSession } from './tokens.mjs';

const app = express();

app.delete('/users/:id', (req, res) => {
  readSession(req.cookies.session);
  res.status(204).end();
});

app.listen(process.env.PORT);
