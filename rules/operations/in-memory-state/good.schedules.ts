import { PrismaClient } from '@prisma/client';
import express from 'express';
import cron from 'node-cron';
import { Resend } from 'resend';
import { redlock } from './lock';

const db = new PrismaClient();
const resend = new Resend(process.env.RESEND_KEY);
const app = express();

// ok: in-memory-state
cron.schedule('0 8 * * *', async () => {
  const lock = await redlock.acquire(['report'], 60_000);
  await resend.emails.send({ from: 'a@shop.example', to: 'team@shop.example', subject: 'Yesterday', text: '…' });
  await lock.release();
});
// ok: in-memory-state
cron.schedule('0 9 * * *', () => resend.emails.send({ from: 'a@shop.example', to: 'team@shop.example', subject: 'Today', text: '…' }), { distributed: true });
// ok: in-memory-state
cron.schedule('* * * * *', async () => {
  const [row] = await db.$queryRaw`select pg_try_advisory_lock(1) as mine`;
  if (row.mine) await db.invoice.create({ data: { month: new Date().getMonth() } });
});
// Nothing is changed.
// ok: in-memory-state
cron.schedule('* * * * *', () => db.invoice.count());

app.listen(3000);
