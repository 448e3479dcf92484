const express = require('express');
const { Pool } = require('pg');
const { PrismaClient } = require('@prisma/client');
const mongoose = require('mongoose');
const knex = require('knex')({ client: 'pg' });
const { Sequelize, DataTypes } = require('sequelize');

const app = express();
const pool = new Pool();
const prisma = new PrismaClient();
const Article = mongoose.model('Article', new mongoose.Schema({ title: String }));
const sequelize = new Sequelize(process.env.DATABASE_URL);
const Invoice = sequelize.define('Invoice', { total: DataTypes.INTEGER });

app.get('/orders', async (req, res) => {
  // expect: pagination P1
  const { rows } = await pool.query('SELECT id, total FROM orders ORDER BY created_at DESC');
  res.json(rows);
});

app.get('/customers', async (req, res) => {
  // expect: pagination P1
  res.json(await prisma.customer.findMany({ where: { organizationId: req.user.organizationId }, orderBy: { name: 'asc' } }));
});

app.get('/articles', function (req, res, next) {
  // expect: pagination P1
  Article.find({ published: true }).sort('-createdAt').then((articles) => res.json(articles), next);
});

app.get('/payments', async (req, res) => {
  // expect: pagination P1
  res.json(await knex('payments').where({ organization_id: req.user.organizationId }).orderBy('id'));
});

app.get('/invoices', async (req, res) => {
  // expect: pagination P1
  res.json(await Invoice.findAll());
});

async function allTickets() {
  // expect: pagination P1
  const result = await pool.query('SELECT * FROM tickets');
  return result.rows;
}

app.get('/tickets', async (req, res) => res.json(await allTickets()));

app.get('/orders/:id/lines', async (req, res) => {
  // expect: pagination P2
  const { rows } = await pool.query('SELECT * FROM order_lines WHERE order_id = $1', [req.params.id]);
  res.json(rows);
});

const SystemMessage = mongoose.model('SystemMessage', new mongoose.Schema({ text: String }));

app.get('/notices', async (req, res) => {
  // expect: pagination P2
  res.json(await SystemMessage.find({}));
});

// A name does not say of these that they become many, or they are the rows of one row.
const Webinar = mongoose.model('Webinar', new mongoose.Schema({ title: String }));
const Attendee = mongoose.model('Attendee', new mongoose.Schema({ webinar: { type: mongoose.Schema.Types.ObjectId, ref: 'Webinar' } }));
const SidebarLink = mongoose.model('SidebarLink', new mongoose.Schema({ title: String }));
const User = mongoose.model('User', new mongoose.Schema({ tenantId: String, name: String }));

app.get('/webinars/:id/attendees', async (req, res) => {
  // expect: pagination P2
  const attendees = await Attendee.find({ webinar: req.params.id });
  // expect: pagination P2
  const links = await SidebarLink.find();
  // expect: pagination P2
  const colleagues = await User.find({ tenantId: req.user.tenantId });
  // expect: pagination P2
  const messages = await knex('messages').where({ id_project: req.params.id });
  // expect: pagination P1
  const users = await User.find();
  res.json({ attendees, links, colleagues, messages, users, webinar: await Webinar.findById(req.params.id) });
});

var books = express.Router();

books.get('/', function (req, res, next) {
  // expect: pagination P1
  pool.query('SELECT * FROM books', function (err, result) {
    if (err) return next(err);
    res.json(result.rows);
  });
});

app.get('/sales/month', async (req, res) => {
  // expect: pagination P2
  const month = await prisma.sale.findMany({ where: { createdAt: { gte: new Date(req.query.from) } } });
  // expect: pagination P2
  const { rows } = await pool.query('SELECT c.*, u.name FROM profile_changes c JOIN users u ON u.email = c.email WHERE c.status = $1', ['pending']);
  res.json({ month, rows });
});
