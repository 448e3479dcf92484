import { PrismaClient } from '@prisma/client';
import mongoose from 'mongoose';
import { Pool } from 'pg';

const prisma = new PrismaClient();
const pool = new Pool();
const Account = mongoose.model('Account', new mongoose.Schema({ balance: Number, log: [String] }));

// The database takes it off.
export const withdraw = (id: string, amount: number) => prisma.account.updateMany({ where: { id, balance: { gte: amount } }, data: { balance: { decrement: amount } } });
export const deposit = (id: string, amount: number) => Account.updateOne({ _id: id }, { $inc: { balance: amount } });

// Asks for what was found: whoever was faster is not overwritten.
export async function reserve(id: string) {
  const item = await prisma.item.findUniqueOrThrow({ where: { id } });
  return prisma.item.updateMany({ where: { id, version: item.version }, data: { stock: item.stock - 1, version: item.version + 1 } });
}

// The row is locked until the end.
export async function transfer(id: string, amount: number) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query('SELECT balance FROM accounts WHERE id = $1 FOR UPDATE', [id]);
    await client.query('UPDATE accounts SET balance = $1 WHERE id = $2', [rows[0].balance - amount, id]);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

// Computed of what the caller sent, and not of what was there.
export async function total(id: string, cart: { amount: number; fee: number }) {
  await prisma.order.findUniqueOrThrow({ where: { id } });
  return prisma.order.update({ where: { id }, data: { amount: cart.amount + cart.fee } });
}

// Nothing is written.
export async function preview(id: string, amount: number) {
  const account = await Account.findById(id);
  return { balance: account!.balance! - amount };
}

// How often something was asked is no name of anything.
let asked = 0;
export function status() {
  asked += 1;
  return { asked };
}
