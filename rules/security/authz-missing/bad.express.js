const express = require('express');
const mongoose = require('mongoose');
const jwt = require('jsonwebtoken');
const { Pool } = require('pg');

const pool = new Pool();
const Note = mongoose.model('Note', new mongoose.Schema({ text: String, owner: String }));
const router = express.Router();

function requireLogin(req, res, next) {
  try {
    req.user = jwt.verify(req.headers.authorization.slice(7), process.env.JWT_SECRET, { algorithms: ['HS256'] });
    next();
  } catch (error) {
    res.status(401).json({ error: 'no valid token' });
  }
}

// expect: authz-missing P1
router.delete('/notes/:id', requireLogin, async (req, res) => {
  await Note.findByIdAndDelete(req.params.id);
  res.sendStatus(204);
});

// expect: authz-missing P1
router.put('/notes/:id', requireLogin, async (req, res) => {
  const note = await Note.findById(req.params.id);
  if (!note) return res.sendStatus(404);
  await Note.updateOne({ _id: req.params.id }, { text: String(req.body.text) });
  res.end();
});

// expect: authz-missing P1
router.post('/invoices/:id/cancel', requireLogin, async function (req, res) {
  await pool.query('UPDATE invoices SET state = $1 WHERE id = $2', ['cancelled', req.params.id]);
  res.end();
});

// expect: authz-missing P1
router.delete('/drafts/:id', requireLogin, async (req, res) => {
  const note = await Note.findByIdAndRemove(req.params.id);
  res.json(note);
});
