import Fastify from 'fastify';
import Stripe from 'stripe';
import { guarded } from './breaker.js';

const stripe = new Stripe(process.env.STRIPE_KEY, { timeout: 8000 });
const charge = guarded('stripe', (amount, key) => stripe.paymentIntents.create({ amount, currency: 'eur' }, { idempotencyKey: key }));

const app = Fastify();
app.post('/orders', async (request) => {
  await charge(request.body.amount, request.id);
  return { ok: true };
});
app.listen({ port: 3000 });
