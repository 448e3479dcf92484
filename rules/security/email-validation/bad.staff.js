const express = require('express');
const { verifyToken, requireRole } = require('./guards');
const { Supplier } = require('./models');

const app = express();

// The owner or an administrator types it in: listed, of low confidence.
// expect: email-validation P3
app.post('/suppliers', verifyToken, requireRole('Owner', 'Admin'), async (req, res) => {
  const supplier = await Supplier.create({ name: req.body.name, email: req.body.email });
  res.json(supplier);
});

// expect: email-validation P2
app.post('/guests', verifyToken, requireRole('Owner'), async (req, res) => {
  const guest = await Supplier.create({ name: req.body.name, email: req.body.email });
  res.json(guest);
});
