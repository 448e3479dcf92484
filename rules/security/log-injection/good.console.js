const express = require('express');
const fs = require('fs');
const pino = require('pino');

const app = express();
const logger = pino();

app.get('/search/:kind', (req, res) => {
  console.log('search', { q: req.query.q });
  console.log('search', JSON.stringify(req.query.q));
  console.log(req.query, req.body);
  console.log('page', Number(req.query.page), parseInt(req.params.kind, 10));
  console.log(`${req.method} ${req.url} ${req.ip} ${req.headers['user-agent']}`);
  console.log(req.query.q ? 'with query' : 'without', req.query.q === 'x', typeof req.query.q, req.query.q.length);
  logger.info('search for ' + req.query.q);
  logger.info({ q: req.query.q }, 'search');
  fs.appendFileSync('answers.txt', req.query.q);
  if (['news', 'jobs'].includes(req.params.kind)) console.log('kind ' + req.params.kind);
  console.log(`item ${req.params.itemId} on page ${req.query.page}`, req.body.id);
  console.log(`project ${req.params.projectid} of ${req.params.id_user}`);
  if (process.env.DEBUG) console.log('q ' + req.query.q);
  if (process.env.NODE_ENV !== 'production') console.log('q ' + req.query.q);
  res.end();
});
