import express from 'express';
import { log } from './log';

const app = express();

app.get('/search', (req, res) => {
  // expect: log-injection P2
  log.info('search', req.query.q);
  log.info('search', { q: req.query.q });
  res.end();
});
