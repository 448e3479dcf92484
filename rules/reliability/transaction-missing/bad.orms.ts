import { PrismaClient } from '@prisma/client';
import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, integer, text } from 'drizzle-orm/pg-core';
import express from 'express';
import knex from 'knex';
import { randomUUID } from 'node:crypto';
import type { Repository } from 'typeorm';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

const prisma = new PrismaClient();
const app = express();

app.post('/orders', async (req, res) => {
  // expect: transaction-missing P1
  const order = await prisma.order.create({ data: { customerId: req.body.customerId } });
  for (const line of req.body.lines) {
    await prisma.orderLine.create({ data: { orderId: order.id, sku: line.sku } });
  }
  res.status(201).json(order);
});

export async function transfer(from: string, to: string, amount: number) {
  // expect: transaction-missing P1
  await prisma.account.update({ where: { id: from }, data: { balance: { decrement: amount } } });
  await prisma.account.update({ where: { id: to }, data: { balance: { increment: amount } } });
}

export async function setLabels(ticketId: string, labels: string[]) {
  // expect: transaction-missing P1
  await prisma.ticketLabel.deleteMany({ where: { ticketId } });
  await prisma.ticketLabel.createMany({ data: labels.map((name) => ({ ticketId, name })) });
}

export async function removeTicket(id: string) {
  // expect: transaction-missing P2
  await prisma.reply.deleteMany({ where: { ticketId: id } });
  await prisma.ticket.delete({ where: { id } });
}

const teams = pgTable('teams', { id: text('id'), name: text('name') });
const members = pgTable('members', { teamId: text('team_id'), seats: integer('seats') });
const db = drizzle(process.env.DATABASE_URL!);

export async function createTeam(name: string) {
  const id = randomUUID();
  // expect: transaction-missing P1
  await db.insert(teams).values({ id, name });
  await db.insert(members).values({ teamId: id, seats: 1 });
}

const tables = knex({ client: 'pg', connection: process.env.DATABASE_URL });

export async function invoice(customer: string, positions: { sku: string }[]) {
  // expect: transaction-missing P1
  const [created] = await tables('invoices').insert({ customer }).returning('id');
  const rows = positions.map((position) => ({ ...position, invoice_id: created.id }));
  await tables('invoice_positions').insert(rows);
}

@Entity()
export class Booking {
  @PrimaryGeneratedColumn() id!: string;
  @Column() room!: string;
}

@Entity()
export class Guest {
  @PrimaryGeneratedColumn() id!: string;
  @Column() bookingId!: string;
}

export class BookingService {
  constructor(
    private readonly bookings: Repository<Booking>,
    private readonly guests: Repository<Guest>,
  ) {}

  async book(room: string, names: string[]) {
    const booking = this.bookings.create({ room });
    // expect: transaction-missing P1
    await this.bookings.save(booking);
    await Promise.all(names.map((name) => this.guests.save({ name, bookingId: booking.id })));
    return booking;
  }
}
