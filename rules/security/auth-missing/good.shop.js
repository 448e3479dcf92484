const express = require('express');
const { Booking, User } = require('./models');

const app = express();

app.put('/bookings/:id', (req, res, next) => (req.user ? next() : res.sendStatus(401)), async (req, res) => {
  await Booking.updateOne({ _id: req.params.id }, req.body);
  res.sendStatus(204);
});
// Guests of a shop pay, too; and whoever is told the id of a session may ask for what it holds.
app.post('/checkout', async (req, res) => res.json(await Booking.create(req.body)));
app.post('/validate-email', async (req, res) => res.json({ taken: await User.exists({ email: req.body.email }) }));
app.get('/bookings/of/:sessionId', async (req, res) => res.json(await Booking.findOne({ session: req.params.sessionId })));
app.post('/resend/:type', async (req, res) => {
  await User.updateOne({ email: req.body.email }, { asked: new Date() });
  res.sendStatus(204);
});
