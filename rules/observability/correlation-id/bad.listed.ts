// expect-project: correlation-id
// Which headers other sites may read says nothing of who sets them.
import cors from 'cors';
import express from 'express';
import pino from 'pino';

const logger = pino();
const app = express();
app.use(cors({ origin: 'https://shop.example', exposedHeaders: ['X-Request-Id'], allowedHeaders: ['Content-Type', 'Trace-Id'] }));
app.post('/orders', express.json(), (req, res) => {
  logger.info({ orderId: req.body.id }, 'order');
  res.json({});
});
app.listen(3000);
