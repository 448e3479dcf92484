// Routes that are given as a table, and routes to which later calls add what runs before.
const Hapi = require('@hapi/hapi');
const { Elysia } = require('elysia');
const { orders } = require('./store');

const routes = [
  // expect: input-validation
  { method: 'POST', path: '/orders', handler: (request) => orders.create(request.payload) },
];
const server = Hapi.server();
server.route(routes);

// expect: input-validation
new Elysia().group('/v1', (app) => app.post('/orders', ({ body }) => orders.create(body), { detail: { summary: 'Order' } }));
