import Stripe from 'stripe';

// Only a deployment that takes money sets it: the sample leaves it empty. Listed, of low confidence.
// expect: env-unvalidated P2
export const stripe = new Stripe(process.env.STRIPE_SECRET_KEY);

export function page(text) {
  // The sample leaves it empty.
  // expect: env-unvalidated P2
  return fetch('https://paging.example.com/v1', { method: 'POST', body: text, headers: { authorization: `Bearer ${process.env.PAGING_API_KEY}` } });
}

export function mail(text) {
  // The sample does not name it: somebody forgot it there, too.
  // expect: env-unvalidated P1
  return fetch('https://mails.example.com/v1', { method: 'POST', body: text, headers: { authorization: `Bearer ${process.env.MAILS_API_KEY}` } });
}
