import { PrismaClient } from '@prisma/client';
import { Worker } from 'bullmq';
import express from 'express';
import nodemailer from 'nodemailer';

const prisma = new PrismaClient();
const mailer = nodemailer.createTransport({ host: process.env.SMTP_HOST });

const app = express();
// expect: idempotency P1
app.post('/bookings', async (req, res) => {
  res.json(await prisma.booking.create({ data: req.body }));
});

export const credits = new Worker('credits', async (job) => {
  // expect: idempotency P1
  const { userId, amount } = job.data;
  await prisma.account.update({ where: { userId }, data: { balance: { increment: amount } } });
});

export const mails = new Worker('mails', async (job) => {
  // expect: idempotency P2
  await mailer.sendMail({ to: job.data.to, subject: 'Your order', text: job.data.text });
});
