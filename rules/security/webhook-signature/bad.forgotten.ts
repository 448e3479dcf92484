import express from 'express';
import { PrismaClient } from '@prisma/client';

const app = express();
const prisma = new PrismaClient();

// Taken from the headers, and never looked at again.
// expect: webhook-signature
app.post('/webhooks/stripe', express.raw({ type: 'application/json' }), async (req, res) => {
  const signature = req.headers['stripe-signature'] as string;
  const event = JSON.parse(req.body.toString());
  if (event.type === 'invoice.paid') await prisma.invoice.update({ where: { id: event.data.object.id }, data: { paid: true } });
  res.json({ received: true });
});
app.listen(3000);
