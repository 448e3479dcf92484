const crypto = require('crypto');
const express = require('express');
const Stripe = require('stripe');
const twilio = require('twilio');
const { Webhook } = require('svix');
const { EventWebhook } = require('@sendgrid/eventwebhook');
const { Pool } = require('pg');

const app = express();
const pool = new Pool();
const stripe = new Stripe(process.env.STRIPE_KEY);

app.post('/webhooks/stripe', express.raw({ type: 'application/json' }), async (req, res) => {
  let event;
  try {
    event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], process.env.STRIPE_WEBHOOK_SECRET);
  } catch (error) {
    return res.status(400).send('bad signature');
  }
  await pool.query('UPDATE orders SET paid = true WHERE id = $1', [event.data.object.id]);
  res.json({ received: true });
});

app.post('/webhooks/clerk', express.raw({ type: '*/*' }), async (req, res) => {
  const event = new Webhook(process.env.CLERK_SECRET).verify(req.body, req.headers);
  await pool.query('INSERT INTO users (id) VALUES ($1)', [event.data.id]);
  res.end();
});

app.post('/webhooks/twilio', twilio.webhook(), async (req, res) => {
  await pool.query('INSERT INTO messages (text) VALUES ($1)', [req.body.Body]);
  res.end();
});

app.post('/webhooks/sendgrid', express.raw({ type: '*/*' }), async (req, res) => {
  const checker = new EventWebhook();
  const key = checker.convertPublicKeyToECDSA(process.env.SENDGRID_KEY);
  if (!checker.verifySignature(key, req.body, req.get('x-twilio-email-event-webhook-signature'), req.get('x-twilio-email-event-webhook-timestamp'))) return res.sendStatus(403);
  await pool.query('INSERT INTO events (text) VALUES ($1)', [String(req.body)]);
  res.end();
});

// Home-made, as middleware in front of GitHub's and Shopify's.
function fromGithub(req, res, next) {
  const expected = 'sha256=' + crypto.createHmac('sha256', process.env.GITHUB_SECRET).update(req.body).digest('hex');
  const given = req.get('x-hub-signature-256') || '';
  if (given.length !== expected.length || !crypto.timingSafeEqual(Buffer.from(given), Buffer.from(expected))) return res.sendStatus(401);
  next();
}
app.post('/webhooks/github', express.raw({ type: 'application/json' }), fromGithub, async (req, res) => {
  await pool.query('INSERT INTO deployments (revision) VALUES ($1)', [JSON.parse(req.body).after]);
  res.sendStatus(204);
});

// A shared token in a header.
app.post('/webhooks/gitlab', async (req, res) => {
  if (req.headers['x-gitlab-token'] !== process.env.GITLAB_TOKEN) return res.sendStatus(401);
  await pool.query('INSERT INTO deployments (revision) VALUES ($1)', [req.body.after]);
  res.sendStatus(204);
});

// Here webhooks are managed, by whoever is signed in.
app.post('/api/webhooks', requireUser, async (req, res) => {
  await pool.query('INSERT INTO webhooks (url) VALUES ($1)', [req.body.url]);
  res.sendStatus(201);
});

function requireUser(req, res, next) {
  if (!req.session.user) return res.sendStatus(401);
  next();
}

// Only told, and forgotten.
app.post('/webhooks/seen', (req, res) => {
  if (req.body.type === 'invoice.paid') console.log('paid', req.body.id);
  res.json({ received: true });
});

// Acts on nothing.
app.post('/webhooks/ping', (req, res) => res.end());

app.listen(3000);

// An address of its own for each caller, which nobody else is told.
const routers = express.Router();
routers.post('/:webhook_id', async (req, res) => {
  await pool.query('INSERT INTO events (hook, body) VALUES ($1, $2)', [req.params.webhook_id, req.body]);
  res.sendStatus(202);
});
app.use('/webhook', routers);
app.post('/hooks/:id', async (req, res) => {
  await pool.query('INSERT INTO events (hook, body) VALUES ($1, $2)', [req.params.id, req.body]);
  res.sendStatus(202);
});
