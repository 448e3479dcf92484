// The console only stands in for the logger that a caller gives.
import express from 'express';
import pino from 'pino';

type Logger = Pick<Console, 'info' | 'error'>;
const DEFAULTS: { logger: Logger } = { logger: console };

function errorHandler(options: Partial<{ logger: Logger }> = {}) {
  const { logger } = { ...DEFAULTS, ...options };
  return (error: Error, req: express.Request, res: express.Response, next: express.NextFunction) => {
    logger.error(error.stack);
    res.status(500).json({ error: 'internal' });
  };
}

class Orders {
  constructor(private readonly logger: Logger = console) {}

  list() {
    this.logger.info('orders are listed');
    return [];
  }
}

const logger = pino();
const app = express();
const orders = new Orders(logger);
app.get('/orders', (req, res) => res.json(orders.list()));
app.use(errorHandler({ logger }));
app.listen(3000);
