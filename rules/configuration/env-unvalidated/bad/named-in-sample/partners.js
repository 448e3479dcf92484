import { createHmac } from 'node:crypto';
import Stripe from 'stripe';

// expect: env-unvalidated P1
export const stripe = new Stripe(process.env.STRIPE_SECRET_KEY);

export function sign(text) {
  // Its own secret is the service's business, however empty the sample has it.
  // expect: env-unvalidated P1
  return createHmac('sha256', process.env.SESSION_SECRET).update(text).digest('hex');
}

export function arrived(body) {
  // A signature that is checked with an empty key is one that anybody can make.
  // expect: env-unvalidated P1
  return createHmac('sha256', process.env.SHOP_WEBHOOK_SECRET ?? '').update(body).digest('hex');
}
