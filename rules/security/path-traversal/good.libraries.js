// Contents in place of paths, names that a program made, and paths kept below a directory.
const express = require('express');
const path = require('path');
const sharp = require('sharp');
const AdmZip = require('adm-zip');
const multer = require('multer');
const { randomUUID } = require('crypto');

const app = express();

app.post('/pictures', async (req, res) => {
  // ok: path-traversal
  const picture = sharp(Buffer.from(req.body.picture, 'base64'));
  // ok: path-traversal
  await picture.toFile(path.join('/pictures', `${randomUUID()}.png`));
  // ok: path-traversal
  new AdmZip(Buffer.from(req.body.archive, 'base64')).extractAllTo('/data/unpacked');
  // ok: path-traversal
  sharp(path.join('/pictures', path.basename(req.body.name)));
  res.end();
});

const storage = multer.diskStorage({
  destination: (req, file, cb) => cb(null, '/uploads'),
  // ok: path-traversal
  filename: (req, file, cb) => cb(null, `${randomUUID()}${path.extname(file.originalname)}`),
});
app.post('/stored', multer({ storage }).single('file'), (req, res) => res.end());
