const express = require('express');
const fs = require('node:fs/promises');
const path = require('node:path');
const multer = require('multer');
const settings = require('./settings');
const { requireUser } = require('./guards');
const { Licence } = require('./models');

const app = express();
const upload = multer({ storage: multer.memoryStorage() });

// A guest sends it before signing up: listed, of low confidence.
// expect: auth-missing P2
app.post('/licences/new', upload.single('file'), async (req, res) => {
  const name = `${Date.now()}.pdf`;
  await fs.writeFile(path.join(settings.CDN_TEMP_LICENCES, name), req.file.buffer);
  res.json(name);
});
// expect: auth-missing P0
app.post('/licences', upload.single('file'), async (req, res) => {
  const name = `${Date.now()}.pdf`;
  await fs.writeFile(path.join(settings.CDN_LICENCES, name), req.file.buffer);
  res.json(name);
});
// expect: auth-missing P0
app.delete('/licences/new/:name', async (req, res) => {
  await fs.unlink(path.join(settings.CDN_TEMP_LICENCES, path.basename(req.params.name)));
  res.end();
});
// expect: auth-missing P0
app.post('/licences/kept', upload.single('file'), async (req, res) => {
  await fs.writeFile(path.join(settings.CDN_TEMP_LICENCES, 'one.pdf'), req.file.buffer);
  await Licence.create({ name: req.body.name });
  res.end();
});
app.put('/licences/:id', requireUser, async (req, res) => {
  await Licence.update(req.body, { where: { id: req.params.id } });
  res.end();
});
