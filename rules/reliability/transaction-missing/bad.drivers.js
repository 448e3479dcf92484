var express = require('express');
var mysql = require('mysql');
var { Pool } = require('pg');
var mongoose = require('mongoose');

var app = express();
var pool = new Pool();
var connection = mysql.createPool({ host: 'db', queueLimit: 20 });

app.post('/transfer', async function (req, res) {
  var { from, to, amount } = req.body;
  // expect: transaction-missing P1
  await pool.query('UPDATE accounts SET balance = balance - $1 WHERE id = $2', [amount, from]);
  await pool.query('UPDATE accounts SET balance = balance + $1 WHERE id = $2', [amount, to]);
  res.sendStatus(204);
});

app.post('/checkout', async (req, res) => {
  // expect: transaction-missing P1
  const { rows } = await pool.query('INSERT INTO orders (customer_id) VALUES ($1) RETURNING id', [req.user.id]);
  const orderId = rows[0].id;
  await pool.query('INSERT INTO order_items (order_id, sku) VALUES ($1, $2)', [orderId, req.body.sku]);
  await pool.query('UPDATE stock SET amount = amount - 1 WHERE sku = $1', [req.body.sku]);
  res.json({ orderId });
});

app.post('/posts', function (req, res) {
  // expect: transaction-missing P1
  connection.query('INSERT INTO posts SET title = ?', [req.body.title], function (err, result) {
    if (err) return res.sendStatus(500);
    connection.query('INSERT INTO post_tags (post_id, tag) VALUES (?, ?)', [result.insertId, req.body.tag], function (error) {
      res.sendStatus(error ? 500 : 201);
    });
  });
});

var Order = mongoose.model('Order', new mongoose.Schema({ total: Number }));
var Invoice = mongoose.model('Invoice', new mongoose.Schema({ order: String }));

app.post('/mongo-orders', async (req, res) => {
  const order = new Order({ total: req.body.total });
  // expect: transaction-missing P2
  await order.save();
  const invoice = new Invoice({ order: order._id });
  await invoice.save();
  res.json(order);
});
