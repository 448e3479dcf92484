import { Cron } from '@nestjs/schedule';
import { PrismaClient } from '@prisma/client';
import express from 'express';
import cron from 'node-cron';
import { Resend } from 'resend';

const db = new PrismaClient();
const resend = new Resend(process.env.RESEND_KEY);
const app = express();

// expect: in-memory-state
cron.schedule('0 8 * * *', async () => {
  await resend.emails.send({ from: 'a@shop.example', to: 'team@shop.example', subject: 'Yesterday', text: '…' });
});

export class Billing {
  // expect: in-memory-state
  @Cron('0 0 1 * *')
  async bill() {
    await db.invoice.create({ data: { month: new Date().getMonth() } });
  }
}

app.listen(3000);
