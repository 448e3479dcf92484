import sendgrid from '@sendgrid/mail';
import Stripe from 'stripe';

// The partners of a small service are no choice: it does nothing without them.
// expect: env-unvalidated P1
export const stripe = new Stripe(process.env.STRIPE_SECRET_KEY!);
// expect: env-unvalidated P1
sendgrid.setApiKey(process.env.SENDGRID_API_KEY!);
