import express, { Router } from 'express';
import rateLimit from 'express-rate-limit';

const app = express();
const limiter = rateLimit({ windowMs: 60_000, limit: 60 });

// Outside production only.
if (process.env.NODE_ENV !== 'production') {
  app.use(limiter);
}

app.use('/api', process.env.NODE_ENV === 'production' ? (_req, _res, next) => next() : limiter);

const api = Router();
// expect: rate-limit P0
api.post('/sign-in', (req, res) => res.json({ token: req.body.name }));
// expect: rate-limit P1
api.get('/orders/:id', (req, res) => res.json({ id: req.params.id }));
app.use('/api', api);

// Of another path.
app.use('/admin', limiter);
// expect: rate-limit P1
app.get('/reports', (_req, res) => res.json([]));
