// Libraries that take a file by its path.
const express = require('express');
const fs = require('fs');
const AdmZip = require('adm-zip');
const tar = require('tar');
const sharp = require('sharp');
const multer = require('multer');
const gm = require('gm');
const { glob } = require('glob');
const bluebird = require('bluebird');
const fsAsync = bluebird.promisifyAll(require('fs'));

const app = express();

app.post('/archives', async (req, res) => {
  // expect: path-traversal
  const zip = new AdmZip('/data/' + req.body.archive);
  // expect: path-traversal
  zip.extractAllTo(req.body.target);
  // expect: path-traversal
  await tar.x({ file: '/data/a.tar', cwd: req.body.target });
  // expect: path-traversal
  await tar.c({ file: req.body.target }, ['a']);
  res.end();
});

app.get('/pictures', async (req, res) => {
  // expect: path-traversal
  const picture = sharp('/pictures/' + req.query.name);
  // expect: path-traversal
  await picture.resize(100).toFile(`/thumbnails/${req.query.name}`);
  // expect: path-traversal
  gm(`/pictures/${req.query.name}`).resize(10, 10).stream().pipe(res);
  // expect: path-traversal
  res.write(String(await glob(`/pictures/${req.query.album}/*`)));
  // expect: path-traversal
  res.write(await fsAsync.readFileAsync(`/pictures/${req.query.name}`));
});

app.post('/upload', (req, res) => {
  // expect: path-traversal
  req.files.picture.mv('/pictures/' + req.body.name);
  res.end();
});

const storage = multer.diskStorage({
  destination: '/uploads',
  filename: function (req, file, cb) {
    // expect: path-traversal
    cb(null, req.body.name);
  },
});
app.post('/stored', multer({ storage }).single('file'), (req, res) => {
  // Only tells of the file: listed with low confidence.
  // expect: path-traversal P2
  res.json({ there: fs.existsSync('/uploads/' + req.body.other) });
});

// Whether a file is there is no access to what is in it, but tells something: low.
app.head('/:name', async (req, res) => {
  // expect: path-traversal P2
  await require('fs/promises').stat('/uploads/' + req.params.name);
  res.end();
});
