import { Hono } from 'hono';

export const orders = new Hono();
orders.get('/', (c) => c.json([]));
orders.post('/', (c) => c.json({}));
orders.get('/:id', (c) => c.json({}));
