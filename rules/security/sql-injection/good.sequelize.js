const express = require('express');
const { Sequelize, DataTypes, Op, QueryTypes, literal } = require('sequelize');

const sequelize = new Sequelize(process.env.DATABASE_URL);
const Ticket = sequelize.define('Ticket', { title: DataTypes.STRING });
const router = express.Router();

router.get('/tickets', async (req, res) => {
  const rows = await sequelize.query('SELECT * FROM tickets WHERE title LIKE :q', { replacements: { q: `%${req.query.q}%` }, type: QueryTypes.SELECT });
  res.json(rows);
});

router.get('/tickets/bound', async (req, res) => {
  const rows = await sequelize.query({ query: 'SELECT * FROM tickets WHERE title = $1', values: [req.query.q] });
  res.json(rows);
});

router.get('/tickets/escaped', async (req, res) => {
  const rows = await sequelize.query(`SELECT * FROM tickets WHERE title = ${sequelize.escape(req.query.q)}`);
  res.json(rows);
});

router.get('/tickets/sorted', async (req, res) => {
  const tickets = await Ticket.findAll({ order: [[req.query.column, req.query.direction]], where: { title: { [Op.like]: `%${req.query.q}%` } } });
  res.json(tickets);
});

router.get('/tickets/near', async (req, res) => {
  const lat = Number.parseFloat(req.query.lat);
  const lng = Number.parseFloat(req.query.lng);
  const tickets = await Ticket.findAll({ attributes: { include: [[literal(`ST_Distance(place, ST_Point(${lng}, ${lat}))`), 'distance']] } });
  res.json(tickets);
});

module.exports = router;
