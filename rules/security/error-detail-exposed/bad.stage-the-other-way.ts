import express from 'express';
import { load } from './store';

const app = express();
app.get('/orders/:id', async (req, res) => res.json(await load(req.params.id)));

app.use((err, req, res, next) => {
  // expect: error-detail-exposed
  res.status(500).json({ message: process.env.NODE_ENV !== 'production' && req.query.quiet ? 'Internal Server Error' : err.message });
});
app.listen(3000);
