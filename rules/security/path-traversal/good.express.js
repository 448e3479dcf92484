const express = require('express');
const fs = require('fs');
const path = require('path');
const send = require('send');

const app = express();
const UPLOADS = path.join(__dirname, 'uploads');
const PAGES = { home: 'home.html', about: 'about.html' };

app.use('/static', express.static(path.join(__dirname, 'public')));

app.get('/files/:name', (req, res) => {
  // ok: path-traversal
  res.sendFile(req.params.name, { root: UPLOADS });
  // ok: path-traversal
  res.download(req.params.name, 'report.pdf', { root: UPLOADS });
  // ok: path-traversal
  send(req, req.params.name, { root: UPLOADS }).pipe(res);
});

// A plain file name has no directory.
app.get('/plain', (req, res) => {
  // ok: path-traversal
  res.sendFile(path.join(UPLOADS, path.basename(req.query.name)));
});

// A number, and a name from a list.
app.get('/invoices/:id', (req, res) => {
  // ok: path-traversal
  fs.createReadStream(path.join(UPLOADS, `${Number(req.params.id)}.pdf`)).pipe(res);
});
app.get('/pages/:page', (req, res) => {
  // ok: path-traversal
  res.sendFile(path.join(__dirname, PAGES[req.params.page] || PAGES.home));
});
app.get('/themes', (req, res) => {
  const theme = req.query.theme;
  if (!['light', 'dark'].includes(theme)) return res.sendStatus(400);
  // ok: path-traversal
  res.sendFile(path.join(__dirname, 'themes', `${theme}.css`));
});

// Request data is what is written, not where.
app.post('/notes', (req, res) => {
  // ok: path-traversal
  fs.writeFileSync(path.join(UPLOADS, 'note.txt'), req.body.text);
  // ok: path-traversal
  fs.appendFile('/var/log/notes.log', `${req.body.text}\n`, () => res.end());
});

// Where the upload was put is the server's choice.
app.post('/upload', (req, res) => {
  // ok: path-traversal
  fs.createReadStream(req.file.path).pipe(res);
});

// The operator names the directory.
app.get('/logo', (req, res) => {
  // ok: path-traversal
  res.sendFile(path.join(process.env.ASSETS, 'logo.png'));
});
