// A logger of the request, in five ways: what it is bound to stands on each line.
import express from 'express';
import pino, { type Logger } from 'pino';

const logger = pino();
const app = express();

app.use((req, res, next) => {
  res.locals.log = logger.child({ user: req.get('x-user'), path: req.path });
  next();
});

function settle(log: Logger): void {
  log.info('settling');
  log.info('settled');
}

app.post('/orders', (req, res) => {
  const log = logger.child({ orderId: req.body.id });
  log.info('order comes in');
  log.info('order saved');
  log.info('customer told');
  settle(log);
  res.locals.log.info('order closed');
  logger.child({ orderId: req.body.id }).info('order put away');
  res.end();
});

app.get('/orders', (req, res) => {
  const { log } = res.locals;
  log.info('listing');
  log.info('listed');
  logger.debug('orders were listed');
  res.end();
});

app.listen(3000);
