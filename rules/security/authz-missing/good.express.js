const express = require('express');
const mongoose = require('mongoose');
const jwt = require('jsonwebtoken');

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
const only = (wanted) => (req, res, next) => (req.user.role === wanted ? next() : res.sendStatus(403));

// The owner stands in the filter, is compared, or a role is asked for.
router.delete('/a/:id', requireLogin, async (req, res) => res.json(await Note.deleteOne({ _id: req.params.id, owner: req.user.id })));
router.put('/b/:id', requireLogin, async (req, res) => {
  const note = await Note.findById(req.params.id);
  if (note.owner !== req.user.id) return res.sendStatus(403);
  await Note.updateOne({ _id: req.params.id }, { text: String(req.body.text) });
  res.end();
});
router.delete('/c/:id', requireLogin, only('editor'), async (req, res) => res.json(await Note.findByIdAndDelete(req.params.id)));
router.delete('/d/:id', requireLogin, requireAdmin, async (req, res) => res.json(await Note.findByIdAndDelete(req.params.id)));
router.delete('/e/:id', requireLogin, async (req, res) => {
  await checkPermission(req, 'notes:delete');
  await Note.findByIdAndDelete(req.params.id);
  res.end();
});
// Handed on to what is not here.
router.delete('/f/:id', requireLogin, async (req, res) => {
  const note = await loadNote(req);
  await Note.deleteOne({ _id: note._id });
  res.end();
});
// Names no record, reads only, or asks nobody who calls (which is another check).
router.put('/settings', requireLogin, async (req, res) => res.json(await Note.updateMany({}, { seen: true })));
router.get('/g/:id', requireLogin, async (req, res) => res.json(await Note.findById(req.params.id)));
router.delete('/h/:id', async (req, res) => res.json(await Note.findByIdAndDelete(req.params.id)));
