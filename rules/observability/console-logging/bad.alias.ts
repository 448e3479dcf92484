// Another name for the console is the console.
import express from 'express';
import pino from 'pino';

const output = console;
pino().info('ready');
const app = express();
app.get('/orders', (req, res) => {
  // expect: console-logging
  output.info('orders are listed', req.query);
  res.json([]);
});
app.listen(3000);
