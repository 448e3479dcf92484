import { PrismaClient } from '@prisma/client';
import express from 'express';
import mongoose from 'mongoose';
import { Op, Sequelize, DataTypes } from 'sequelize';

const app = express();
const prisma = new PrismaClient();
const Article = mongoose.model('Article', new mongoose.Schema({ title: { type: String, required: true } }));
const sequelize = new Sequelize(process.env.DATABASE_URL!);
const Order = sequelize.define('Order', { note: { type: DataTypes.STRING, allowNull: false } });

app.get('/products', async (req, res) => {
  const term = String(req.query.q);
  // expect: search-scan P3
  res.json(await prisma.product.findMany({ where: { name: { contains: term, mode: 'insensitive' } }, take: 20 }));
});
app.get('/articles', async (req, res) => {
  // expect: search-scan
  res.json(await Article.find({ title: { $regex: req.query.q, $options: 'i' } }).limit(20));
});
app.get('/orders', async (req, res) => {
  // expect: search-scan
  res.json(await Order.findAll({ where: { note: { [Op.iLike]: `%${req.query.q}%` } }, limit: 20 }));
});
