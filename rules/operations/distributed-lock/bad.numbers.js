const express = require('express');
const { Pool } = require('pg');
const mongoose = require('mongoose');

const pool = new Pool();
const app = express();
const Order = mongoose.model('Order', new mongoose.Schema({ orderNumber: Number }));
let nextTicketNumber = 1;

app.post('/invoices', async (req, res) => {
  const { rows } = await pool.query('SELECT max(number) AS last FROM invoices');
  // expect: distributed-lock
  const number = (rows[0].last || 0) + 1;
  await pool.query('INSERT INTO invoices (number, total) VALUES ($1, $2)', [number, req.body.total]);
  res.json({ number });
});

app.post('/orders', async (req, res) => {
  const count = await Order.countDocuments();
  // expect: distributed-lock
  const orderNumber = 'ORD-' + String(count + 1);
  res.json(await Order.create({ orderNumber: orderNumber }));
});

app.post('/tickets', (req, res) => {
  // expect: distributed-lock
  const ticketNumber = nextTicketNumber++;
  res.json({ ticketNumber });
});

let counter = 0;
app.post('/links', async (req, res) => {
  // expect: distributed-lock
  counter++;
  await pool.query('SELECT 1');
  await Link.create({ slug: counter.toString(36), url: String(req.body.url) });
  res.sendStatus(201);
});
const Link = mongoose.model('Link', new mongoose.Schema({ slug: String, url: String }));
