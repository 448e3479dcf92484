import express from 'express';
import { PrismaClient } from '@prisma/client';
import { Worker } from 'bullmq';

const prisma = new PrismaClient();
const app = express();

// The change and its audit are one.
app.patch('/accounts/:id', async (req, res) => {
  const account = await prisma.$transaction(async (tx) => {
    const changed = await tx.account.update({ where: { id: req.params.id }, data: req.body });
    await tx.auditLog.create({ data: { accountId: changed.id, action: 'update' } });
    return changed;
  });
  res.json(account);
});

// The answer does not wait for it.
app.get('/accounts/:id', async (req, res) => {
  const account = await prisma.account.findUnique({ where: { id: req.params.id } });
  prisma.accessLog.create({ data: { accountId: req.params.id } }).catch((error: unknown) => console.error(error));
  res.json(account);
});

// What is asked for is the row itself, and a work log is no log.
app.post('/logs', async (req, res) => {
  res.json(await prisma.clientLog.create({ data: req.body }));
});

app.post('/times', async (req, res) => {
  res.json(await prisma.workLog.create({ data: req.body }));
});

// Nobody waits for a job.
new Worker('lines', async (job) => {
  await prisma.auditLog.create({ data: job.data });
});

// What the steps of a customer's workflow did is the product.
app.post('/workflows/:id/runs', async (req, res) => {
  const execution = await prisma.execution.create({ data: { workflowId: req.params.id } });
  await prisma.workflowStepLog.create({ data: { executionId: execution.id, step: 1 } });
  res.status(201).json(execution);
});
