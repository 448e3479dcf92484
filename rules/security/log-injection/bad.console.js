const express = require('express');
const fs = require('fs');
const log4js = require('log4js');
const createDebug = require('debug');

const app = express();
const logger = log4js.getLogger('api');
const debug = createDebug('api');

app.get('/search/:kind', (req, res) => {
  // expect: log-injection P2
  console.log('search for ' + req.query.q);
  // expect: log-injection P2
  console.info(`search for ${req.query.q}`);
  // expect: log-injection P2
  console.warn('kind: %s', req.params.kind);
  const { name } = req.body;
  // expect: log-injection P2
  console.log(name);
  const message = `hello ${name}`;
  // expect: log-injection P2
  process.stdout.write(message + '\n');
  // expect: log-injection P2
  logger.info('login of', req.body.login);
  // expect: log-injection P2
  debug('kind %s', req.params.kind.trim());
  // expect: log-injection P2
  fs.appendFileSync('access.log', `${new Date().toISOString()} ${req.query.q}\n`);
  res.end();
});
