import express from 'express';
import { OrderRepository, addLine, createMember, prisma } from './repositories.js';

const app = express();
const orders = new OrderRepository();

app.post('/orders', async (req, res) => {
  // expect: transaction-missing P1
  const order = await orders.create(req.user.id);
  for (const line of req.body.lines) await addLine(order.id, line.sku);
  res.status(201).json(order);
});

app.post('/teams', async (req, res) => {
  // expect: transaction-missing P1
  const team = await prisma.team.create({ data: { name: req.body.name } });
  await createMember(team.id, req.user.id);
  res.status(201).json(team);
});
