const express = require('express');
const mongoose = require('mongoose');
const jwt = require('jsonwebtoken');

const Note = mongoose.model('Note', new mongoose.Schema({ text: String, owner: String }));
const User = mongoose.model('User', new mongoose.Schema({ name: String, active: Boolean }));
const app = express();

// A 403 for an account that is closed, or for another origin, says nothing of whose note it is.
async function requireLogin(req, res, next) {
  if (req.headers.origin && req.headers.origin !== process.env.ORIGIN) return res.status(403).json({ error: 'Cross-origin request blocked' });
  try {
    req.user = jwt.verify(req.headers.authorization.slice(7), process.env.JWT_SECRET, { algorithms: ['HS256'] });
  } catch (error) {
    return res.status(401).json({ error: 'no valid token' });
  }
  const account = await User.findById(req.user.sub);
  if (!account || !account.active) return res.status(403).json({ error: 'User not found or inactive' });
  next();
}

function tenantMiddleware(req, res, next) {
  req.schema = process.env.SCHEMA;
  next();
}

// expect: authz-missing P1
app.delete('/notes/:id', tenantMiddleware, requireLogin, async (req, res) => {
  await Note.findByIdAndDelete(req.params.id);
  res.sendStatus(204);
});
