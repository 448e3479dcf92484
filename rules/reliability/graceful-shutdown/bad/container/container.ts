import { asValue, createContainer } from 'awilix';
import express from 'express';
import http from 'node:http';

export async function makeContainer() {
  const app = express();
  app.get('/orders', (_req, res) => {
    res.json([]);
  });
  const container = createContainer();
  container.register({ server: asValue(http.createServer(app)), port: asValue(3000) });
  return container;
}
