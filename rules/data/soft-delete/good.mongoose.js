const express = require('express');
const mongoose = require('mongoose');
const { audit } = require('./audit');

// A request deletes it, and an entry is left.
const User = mongoose.model('User', new mongoose.Schema({ email: String, name: String }));
// Marked only.
const Customer = mongoose.model('Customer', new mongoose.Schema({ email: String, deletedAt: Date }));
// The row deletes itself.
const Employee = mongoose.model('Employee', new mongoose.Schema({ email: String, salary: Number }));
// Not of people.
const Invoice = mongoose.model('Invoice', new mongoose.Schema({ email: String, total: Number }));
const app = express();

app.post('/users', async (req, res) => res.json(await User.create({ email: String(req.body.email) })));
app.post('/customers', async (req, res) => res.json(await Customer.create({ email: String(req.body.email) })));
app.post('/employees', async (req, res) => res.json(await Employee.create({ email: String(req.body.email) })));
app.post('/invoices', async (req, res) => res.json(await Invoice.create({ email: String(req.body.email) })));
app.delete('/users/:id', async (req, res) => {
  await User.findByIdAndDelete(req.params.id);
  await audit(req.user, 'user.deleted', req.params.id);
  res.sendStatus(204);
});
app.delete('/staff/:id', async (req, res) => {
  const employee = await Employee.findById(req.params.id);
  await employee.deleteOne();
  res.sendStatus(204);
});
