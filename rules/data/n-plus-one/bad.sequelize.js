const express = require('express');
const { Sequelize, DataTypes } = require('sequelize');

const sequelize = new Sequelize(process.env.DATABASE_URL);
const Order = sequelize.define('Order', { customerId: DataTypes.INTEGER });
const Customer = sequelize.define('Customer', { name: DataTypes.STRING });
const app = express();

app.get('/orders', async (req, res) => {
  const orders = await Order.findAll({ limit: 50 });
  // expect: n-plus-one
  const customers = await Promise.all(orders.map((order) => Customer.findByPk(order.customerId)));
  res.json({ orders, customers });
});
