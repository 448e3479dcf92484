const express = require('express');
const fs = require('fs');
const path = require('path');
const send = require('send');
const ejs = require('ejs');

const app = express();
const UPLOADS = path.join(__dirname, 'uploads');

app.get('/files/:name', (req, res) => {
  // expect: path-traversal P0
  res.sendFile(path.join(UPLOADS, req.params.name));
});

app.get('/reports', (req, res) => {
  // expect: path-traversal
  res.status(200).sendFile(path.resolve(UPLOADS, req.query.report));
  // expect: path-traversal
  res.download('./reports/' + req.query.report);
  // The client chooses the directory itself.
  // expect: path-traversal
  res.sendFile('index.html', { root: req.query.root });
  // expect: path-traversal
  send(req, path.join(UPLOADS, req.query.report)).pipe(res);
});

app.get('/read', function (req, res) {
  var name = req.query.name;
  var file = UPLOADS + '/' + name;
  // expect: path-traversal
  fs.readFile(file, 'utf8', function (error, text) {
    res.send(text);
  });
  // expect: path-traversal
  fs.createReadStream(path.normalize(`${UPLOADS}/${name}.txt`)).pipe(res);
});

app.post('/write', (req, res) => {
  const { folder, name, text } = req.body;
  // expect: path-traversal
  fs.mkdirSync(path.join(UPLOADS, folder), { recursive: true });
  // expect: path-traversal
  fs.writeFileSync(path.join(UPLOADS, folder, name), text);
  // expect: path-traversal
  fs.renameSync(path.join(UPLOADS, 'draft.txt'), path.join(UPLOADS, name));
  res.end();
});

app.delete('/files/*', (req, res) => {
  // expect: path-traversal
  fs.unlink(path.join(UPLOADS, req.params[0]), () => res.end());
});

app.get('/mail', (req, res) => {
  // expect: path-traversal
  ejs.renderFile(`templates/${req.query.template}.ejs`, {}, (error, html) => res.send(html));
});

// Removing what leads upwards once leaves it in `....//`.
app.get('/stripped', (req, res) => {
  // expect: path-traversal
  fs.readFile(path.join(UPLOADS, req.query.name.replace('../', '')), (error, data) => res.send(data));
});

// Nothing stands before it, and an absolute path needs no dot.
app.get('/stem', (req, res) => {
  const [stem] = req.query.name.split('.');
  // expect: path-traversal
  fs.readFile(stem, (error, data) => res.send(data));
});
