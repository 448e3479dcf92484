// Checks that stand beside the handler: named schemas of Elysia, hapi's validate, the schemas that LoopBack makes of decorators and types.
import Hapi from '@hapi/hapi';
import { Elysia, t } from 'elysia';
import { post, requestBody } from '@loopback/rest';
import Joi from 'joi';
import { orders } from './store';

new Elysia()
  .model({ order: t.Object({ item: t.String() }) })
  .post('/orders', ({ body }) => orders.create(body), { body: 'order' })
  .guard({ body: t.Object({ item: t.String() }) }, (app) => app.put('/orders', ({ body }) => orders.update(body)));

const server = Hapi.server();
server.route([{ method: 'POST', path: '/orders', options: { validate: { payload: Joi.object({ item: Joi.string() }) }, handler: (request) => orders.create(request.payload) } }]);

export class OrderController {
  @post('/orders')
  async add(@requestBody({ content: { 'application/json': {} } }) order: Omit<Order, 'id'>) {
    return orders.create(order);
  }
}
