// An instance that was found, or nothing: its fields are those of the row, whatever else the class is made of.
const express = require('express');
const mongoose = require('mongoose');

const app = express();
app.use(express.json());
const Events = mongoose.model('Event', new mongoose.Schema({ id: String, tenant: String }));
const Tickets = mongoose.model('Ticket', new mongoose.Schema({ tenant: String }));

class Event {
  constructor({ id, tenant, title }) {
    this.id = id;
    this.tenant = tenant;
    this.title = title;
  }
}

async function findEvent(id) {
  const row = await Events.findOne({ id });
  if (!row) return null;
  return new Event(row);
}

app.post('/preview', (req, res) => {
  const event = new Event(req.body);
  res.json({ title: event.title });
});

app.get('/tickets/:id', async (req, res) => {
  const event = await findEvent(req.params.id);
  res.json(await Tickets.find({ tenant: event.tenant }));
});
