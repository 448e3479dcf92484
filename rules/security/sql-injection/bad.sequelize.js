const express = require('express');
const { Sequelize, DataTypes, Op, literal } = require('sequelize');

const sequelize = new Sequelize(process.env.DATABASE_URL);
const Ticket = sequelize.define('Ticket', { title: DataTypes.STRING });
const router = express.Router();

router.get('/tickets', async (req, res) => {
  // expect: sql-injection P0
  const [rows] = await sequelize.query(`SELECT * FROM tickets WHERE title LIKE '%${req.query.q}%'`);
  res.json(rows);
});

router.get('/tickets/sorted', async (req, res) => {
  // expect: sql-injection P0
  const tickets = await Ticket.findAll({ order: Sequelize.literal(`${req.query.column} ${req.query.direction}`) });
  res.json(tickets);
});

router.get('/tickets/near', async (req, res) => {
  const { lat, lng } = req.query;
  const tickets = await Ticket.findAll({
    attributes: {
      // expect: sql-injection P0
      include: [[literal('ST_Distance(place, ST_Point(' + lng + ', ' + lat + '))'), 'distance']],
    },
    where: { id: { [Op.gt]: 0 } },
  });
  res.json(tickets);
});

router.post('/tickets/close', async (req, res) => {
  await sequelize.transaction(async (transaction) => {
    const sql = 'UPDATE tickets SET closed = true WHERE id IN (' + req.body.ids.join(',') + ')';
    // expect: sql-injection P0
    await sequelize.query({ query: sql }, { transaction });
  });
  res.sendStatus(204);
});

module.exports = router;
