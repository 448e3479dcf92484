const mongoose = require('mongoose');
const app = require('express')();
const User = mongoose.model('User', new mongoose.Schema({ keys: [{ id: Buffer }] }));

app.post('/passkey', async (req, res) => {
  const credential = JSON.parse(req.body.credential);
  res.json(await User.findOne({ 'keys.id': Buffer.from(credential.id, 'base64url') }));
});
