import { PrismaClient } from '@prisma/client';
import { Worker } from 'bullmq';
import Redis from 'ioredis';

const prisma = new PrismaClient();
const redis = new Redis();

// A key that is set only where it is not there yet.
export const credits = new Worker('credits', async (job) => {
  const first = await redis.set(`credit:${job.id}`, '1', 'EX', 86_400, 'NX');
  if (first === null) return;
  await prisma.account.update({ where: { userId: job.data.userId }, data: { balance: { increment: job.data.amount } } });
});

// One row for each, however often it is written.
export const profiles = new Worker('profiles', async (job) => {
  await prisma.profile.upsert({ where: { userId: job.data.userId }, update: job.data.profile, create: job.data.profile });
});

// A counter of views is no amount.
export const views = new Worker('views', async (job) => {
  await prisma.article.update({ where: { id: job.data.id }, data: { viewCount: { increment: 1 } } });
});

// What was handled before is asked for first.
const wasHandled = async (key: string) => (await prisma.handled.findFirst({ where: { key } })) !== null;
export const parcels = new Worker('parcels', async (job) => {
  if (await wasHandled(job.data.key)) return;
  await prisma.$transaction([prisma.handled.create({ data: { key: job.data.key } }), prisma.parcel.create({ data: job.data.parcel })]);
});
