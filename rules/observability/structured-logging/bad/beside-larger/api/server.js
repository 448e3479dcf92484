import express from 'express';
import pino from 'pino';

const logger = pino();
const app = express();
app.use(express.json());
app.get('/orders', (_request, response) => response.json([]));
app.get('/orders/:id', (_request, response) => response.json({}));
app.post('/orders', (request, response) => {
  logger.info({ order: request.body.id }, 'ordered');
  response.sendStatus(201);
});
app.get('/products', (_request, response) => response.json([]));
app.get('/products/:id', (_request, response) => response.json({}));
app.get('/carts', (_request, response) => response.json([]));
app.get('/carts/:id', (_request, response) => response.json({}));
app.get('/shops', (_request, response) => response.json([]));
app.get('/shops/:id', (_request, response) => response.json({}));
app.get('/taxes', (_request, response) => response.json([]));
app.listen(3000, () => logger.info({ port: 3000 }, 'listening'));
