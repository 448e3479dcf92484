const express = require('express');
const multer = require('multer');
const path = require('path');

const app = express();

// expect: upload-type P1
const anything = multer({ dest: 'uploads/', limits: { fileSize: 1000000 } });

// expect: upload-type P1
const images = multer({
  storage: multer.memoryStorage(),
  fileFilter: function (req, file, cb) {
    if (!file.mimetype.startsWith('image/')) {
      return cb(new Error('Only images'));
    }
    cb(null, true);
  },
});

// expect: upload-type P1
const byName = multer({
  dest: 'uploads/',
  fileFilter(req, file, cb) {
    const extension = path.extname(file.originalname);
    cb(null, ['.png', '.jpg'].includes(extension));
  },
});

// expect: upload-type P1
const byPattern = multer({ dest: 'uploads/', fileFilter: (req, file, cb) => cb(null, Boolean(file.originalname.match(/\.(png|jpe?g)$/))) });

// expect: upload-type P1
const all = multer({ dest: 'uploads/', fileFilter: (req, file, cb) => cb(null, true) });

app.post('/any', anything.single('file'), (req, res) => res.json({ name: req.file.filename }));
app.post('/images', images.single('image'), (req, res) => res.sendStatus(204));
app.post('/names', byName.single('image'), byPattern.single('image'), all.single('image'), (req, res) => res.sendStatus(204));
