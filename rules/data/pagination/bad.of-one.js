const express = require('express');
const { Pool } = require('pg');
const mongoose = require('mongoose');

const app = express();
const pool = new Pool();
const Message = mongoose.model('Message', new mongoose.Schema({ room: String, text: String }));

app.get('/orders', async (req, res) => {
  // expect: pagination P2
  const { rows } = await pool.query('SELECT id, total FROM orders WHERE user_id = $1 ORDER BY id', [req.session.userId]);
  res.json(rows);
});

app.get('/rooms/:id/messages', async (req, res) => {
  // expect: pagination P2
  const messages = await Message.find({ roomId: req.params.id }).sort({ _id: 1 });
  res.json(messages);
});
