import { createHmac } from 'node:crypto';
import sendgrid from '@sendgrid/mail';
import OpenAI from 'openai';
import { createClient } from 'redis';
import Stripe from 'stripe';

// Five partners, of which a deployment uses some.
// expect: env-unvalidated P2
export const stripe = new Stripe(process.env.STRIPE_SECRET_KEY!);
// expect: env-unvalidated P2
export const model = new OpenAI({ apiKey: process.env.DESK_OPENAI_KEY });
// expect: env-unvalidated P2
sendgrid.setApiKey(process.env.SENDGRID_API_KEY!);

export function rates() {
  // The address that is written tells whose token it is.
  // expect: env-unvalidated P2
  return fetch('https://www.alphavantage.co/query', { headers: { authorization: `Bearer ${process.env.ALPHA_VANTAGE_TOKEN}` } });
}

// What every deployment needs.
// expect: env-unvalidated P1
export const cache = createClient({ url: `${process.env.REDIS_URL}/1` });
// expect: env-unvalidated P1
export const rows = () => fetch(`${process.env.CLICK_HOUSE_URL}/?query=select`);
// So is a store that somebody else runs.
// expect: env-unvalidated P1
export const vectors = () => fetch('https://controller.pinecone.io/indexes', { headers: { 'api-key': `${process.env.PINECONE_API_KEY}` } });
// An application that the partner has registered is none of the program's own.
// expect: env-unvalidated P2
export const session = () => fetch('https://graph.threads.net/token', { headers: { authorization: `Bearer ${process.env.THREADS_APP_SECRET}` } });
// expect: env-unvalidated P1
export const link = () => `${process.env.DESK_APP_URL}/join`;
// expect: env-unvalidated P1
export const own = () => fetch(`${process.env.ACME_BILLING_URL}/invoices`);

export function sign(text: string) {
  // expect: env-unvalidated P1
  return createHmac('sha256', process.env.SESSION_SECRET!).update(text).digest('hex');
}

export function arrived(body: string) {
  // A signature that is checked with an empty key is one that anybody can make.
  // expect: env-unvalidated P1
  return createHmac('sha256', process.env.STRIPE_WEBHOOK_SECRET ?? '').update(body).digest('hex');
}
