import express from 'express';
import { addAuditLog, addTicket, createLine, createOrder, getCustomer, prisma } from './repositories.js';

const app = express();

app.post('/orders', async (req, res) => {
  const order = await prisma.$transaction(async (tx) => {
    // ok: transaction-missing
    const made = await createOrder(tx, req.user.id);
    for (const line of req.body.lines) await createLine(tx, made.id, line.sku);
    return made;
  });
  res.status(201).json(order);
});

app.post('/tickets', async (req, res) => {
  // A customer that was found or made is one that the next attempt finds.
  const customer = await getCustomer(req.body.email);
  // ok: transaction-missing
  const ticket = await addTicket(customer.id);
  await addAuditLog(ticket.id);
  res.status(201).json(ticket);
});
