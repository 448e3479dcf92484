import { PrismaClient, type Prisma } from '@prisma/client';
import express from 'express';
import knex from 'knex';
import mongoose from 'mongoose';
import { Pool } from 'pg';
import Stripe from 'stripe';
import { type EntityManager, type EntityRepository } from '@mikro-orm/core';
import { Transactional } from 'typeorm-transactional';

const prisma = new PrismaClient();
const pool = new Pool();
const tables = knex({ client: 'pg', connection: process.env.DATABASE_URL });
const stripe = new Stripe(process.env.STRIPE_KEY!);
const app = express();

app.post('/orders', async (req, res) => {
  const order = await prisma.$transaction(async (tx) => {
    const created = await tx.order.create({ data: { customerId: req.body.customerId } });
    await tx.orderLine.create({ data: { orderId: created.id, sku: req.body.sku } });
    return created;
  });
  res.json(order);
});

// One call writes both.
export const nested = (customerId: string) => prisma.order.create({ data: { customerId, lines: { create: [{ sku: 'a' }] } } });

export async function transfer(from: string, to: string, amount: number) {
  await prisma.$transaction([
    prisma.account.update({ where: { id: from }, data: { balance: { decrement: amount } } }),
    prisma.account.update({ where: { id: to }, data: { balance: { increment: amount } } }),
  ]);
}

export async function byHand(from: string, to: string, amount: number) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('UPDATE accounts SET balance = balance - $1 WHERE id = $2', [amount, from]);
    await client.query('UPDATE accounts SET balance = balance + $1 WHERE id = $2', [amount, to]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

async function withTransaction<T>(work: (client: import('pg').PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } finally {
    client.release();
  }
}

export const wrapped = (name: string) =>
  withTransaction(async (client) => {
    const { rows } = await client.query('INSERT INTO teams (name) VALUES ($1) RETURNING id', [name]);
    await client.query('INSERT INTO members (team_id) VALUES ($1)', [rows[0].id]);
  });

// The caller has begun it.
async function addLines(tx: Prisma.TransactionClient, data: Prisma.OrderCreateInput) {
  const order = await tx.order.create({ data });
  await tx.orderLine.create({ data: { orderId: order.id } });
}
export const placed = (data: Prisma.OrderCreateInput) => prisma.$transaction((tx) => addLines(tx, data));

export async function inKnex(customer: string) {
  await tables.transaction(async (trx) => {
    const [created] = await trx('invoices').insert({ customer }).returning('id');
    await trx('invoice_positions').insert({ invoice_id: created.id });
  });
}

const Order = mongoose.model('Order', new mongoose.Schema({ total: Number }));
const Invoice = mongoose.model('Invoice', new mongoose.Schema({ order: String }));

export async function inSession(total: number) {
  const session = await mongoose.startSession();
  await session.withTransaction(async () => {
    const [order] = await Order.create([{ total }], { session });
    await Invoice.create([{ order: order!._id }], { session });
  });
}

export class Decorated {
  @Transactional()
  async register(name: string) {
    const team = await prisma.team.create({ data: { name } });
    await prisma.member.create({ data: { teamId: team.id } });
  }
}

// What happened is told beside; one of either is missed by nobody.
export async function told(name: string) {
  const team = await prisma.team.create({ data: { name } });
  await prisma.auditLog.create({ data: { teamId: team.id, action: 'created' } });
  await prisma.notification.create({ data: { teamId: team.id } });
}

// Either of them.
export async function either(id: string | null, name: string) {
  if (id === null) return prisma.team.create({ data: { name } });
  return prisma.member.create({ data: { teamId: id } });
}

// Done again it completes what is missing.
export async function repeatable(email: string) {
  const user = await prisma.user.upsert({ where: { email }, create: { email }, update: {} });
  await prisma.profile.upsert({ where: { userId: user.id }, create: { userId: user.id }, update: {} });
}

// Undone by hand.
export async function undone(name: string) {
  const team = await prisma.team.create({ data: { name } });
  try {
    await prisma.member.create({ data: { teamId: team.id } });
  } catch (error) {
    await prisma.team.delete({ where: { id: team.id } });
    throw error;
  }
}

// A transaction does not wait for a payment.
export async function paid(total: number) {
  const order = await prisma.order.create({ data: { total } });
  const intent = await stripe.paymentIntents.create({ amount: total, currency: 'eur' });
  await prisma.payment.create({ data: { orderId: order.id, intent: intent.id } });
}

// Two writes that know nothing of each other.
export async function apart(name: string, room: string) {
  await prisma.team.create({ data: { name } });
  await prisma.room.create({ data: { room } });
}

// Only what is no longer wanted is deleted; what is wanted is there all the time.
export async function pruned(ticketId: string, labels: string[]) {
  await prisma.ticketLabel.deleteMany({ where: { ticketId, name: { notIn: labels } } });
  await prisma.ticketLabel.createMany({ data: labels.map((name) => ({ ticketId, name })), skipDuplicates: true });
}

// The second goes on with the row of the first.
export async function numbered(name: string) {
  const team = await prisma.team.create({ data: { name } });
  await prisma.teamVersion.update({ where: { id: team.versionId }, data: { pages: 1 } });
}

// Its failure is dealt with where it arrives.
export async function thumbnailed(name: string, image: string) {
  const team = await prisma.team.create({ data: { name } });
  try {
    await prisma.picture.create({ data: { teamId: team.id, image } });
  } catch (error) {
    console.error('no picture', error);
  }
}

// Entities of MikroORM are written by the flush, which is one transaction.
export async function conversation(em: EntityManager, chats: EntityRepository<Chat>, text: string) {
  const message = em.create(Message, { text });
  const chat = chats.create({ messages: [message] });
  message.chat = chat;
  await em.persist([message, chat]).flush();
}
