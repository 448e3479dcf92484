const fs = require('fs');
const path = require('path');
const express = require('express');
const multer = require('multer');
const app = express();

// expect: local-files P2
const upload = multer({ dest: 'uploads/' });
// expect: local-files
const disk = multer.diskStorage({
  destination: function (req, file, cb) { cb(null, './public/images'); },
  filename: function (req, file, cb) { cb(null, Date.now() + '.png'); },
});

app.post('/avatar', upload.single('avatar'), (req, res) => res.json({ path: req.file.path }));
app.post('/images', multer({ storage: disk }).array('images'), (req, res) => res.sendStatus(201));
app.post('/notes', (req, res) => {
  // expect: local-files
  fs.writeFileSync(path.join(__dirname, 'notes', 'note.txt'), req.body.text);
  res.sendStatus(201);
});
const incoming = multer({ dest: '/tmp/incoming' });
app.post('/photos', incoming.single('photo'), (req, res) => {
  // expect: local-files
  fs.renameSync(req.file.path, path.join('public', 'photos', req.params.id));
  res.sendStatus(201);
});
app.post('/ingest', (req, res) => {
  for (const filePath of fs.readdirSync('inbox')) fs.renameSync(filePath, path.join('done', filePath));
  res.sendStatus(200);
});
app.listen(3000);
