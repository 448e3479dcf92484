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

// Who may edit the users of others types it in: listed, of low confidence.
const { requirePermission } = require('./guards');
// expect: email-validation P3
app.post('/people', verifyToken, requirePermission('edit_users'), async (req, res) => {
  const person = await Supplier.create({ name: req.body.name, email: req.body.email });
  res.json(person);
});
// expect: email-validation P2
app.post('/notes', verifyToken, requirePermission('edit_notes'), async (req, res) => {
  const note = await Supplier.create({ name: req.body.name, email: req.body.email });
  res.json(note);
});
