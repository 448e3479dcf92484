import express from 'express';
import knexOf from 'knex';
import mongoose from 'mongoose';
import { MongoClient } from 'mongodb';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const knex = knexOf({ client: 'pg' });
const client = new MongoClient(process.env.MONGO_URL!);
const Account = mongoose.model('Account', new mongoose.Schema({ balance: Number, visits: Number }));
const app = express();

app.post('/withdraw', async (req, res) => {
  const account = await prisma.account.findUniqueOrThrow({ where: { id: req.body.id } });
  if (account.balance < req.body.amount) return res.sendStatus(402);
  // expect: distributed-lock
  await prisma.account.update({ where: { id: account.id }, data: { balance: account.balance - req.body.amount } });
  res.sendStatus(204);
});

app.post('/deposit', async (req, res) => {
  const account = await Account.findById(req.body.id);
  // expect: distributed-lock
  account!.balance! += req.body.amount;
  await account!.save();
  res.sendStatus(204);
});

app.put('/rooms/:id/seat', async (req, res) => {
  const rooms = client.db().collection('rooms');
  const room = await rooms.findOne({ name: req.params.id });
  if (room!.seats > 0) {
    // expect: distributed-lock
    await rooms.updateOne({ _id: room!._id }, { $set: { seats: room!.seats - 1 } });
  }
  res.sendStatus(204);
});

app.post('/orders', async (req, res) => {
  const product = await knex('products').where({ id: req.body.product }).first();
  // expect: distributed-lock
  await knex('products').where({ id: product.id }).update({ stock: product.stock - req.body.count });
  res.sendStatus(204);
});

// How often it was seen nobody misses.
app.get('/accounts/:id', async (req, res) => {
  const account = await Account.findById(req.params.id);
  // expect: distributed-lock P3
  account!.visits! += 1;
  await account!.save();
  res.json(account);
});

// The largest number of a builder's chain.
app.post('/invoices', async (req, res) => {
  const last = await knex('invoices').max('number as n').first();
  // expect: distributed-lock
  await knex('invoices').insert({ number: last.n + 1, total: req.body.total });
  res.sendStatus(204);
});
