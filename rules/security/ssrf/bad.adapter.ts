import express from 'express';
import { answer } from './answer.js';
const app = express();
// Handed to a function that answers it; nothing goes out.
app.all('*', async (req, res) => {
  // expect: ssrf P3
  const response = await answer(new Request(`${req.query.base}${req.query.path}`, { method: req.method }));
  res.status(response.status).send(await response.text());
});
app.listen(3000);
