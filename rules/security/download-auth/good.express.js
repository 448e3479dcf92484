const express = require('express');
const fs = require('fs');
const path = require('path');
const jwt = require('jsonwebtoken');
const { Pool } = require('pg');

const app = express();
const pool = new Pool();
const listedFiles = () => fs.readdirSync('packages', { recursive: true });

// The same for everybody.
app.use('/assets', express.static('public'));
app.get('/terms', (req, res) => res.sendFile(path.join(__dirname, 'terms.html')));
app.get('/', (req, res) => fs.createReadStream('index.html').pipe(res));
app.get('/static/:file', (req, res) => res.sendFile(req.params.file, { root: 'public' }));

// Most services show pictures to everybody: nobody can tell.
app.get('/avatars/:name', (req, res) => res.sendFile(req.params.name, { root: 'avatars' }));

// One of the descriptions that come with the program, and one of the files that it lists: perhaps for everybody.
app.get('/download/:area', (req, res) => res.sendFile(path.join(process.cwd(), 'specs', req.params.area, 'openapi.full.yaml')));
app.get('/packages/:package/:filename', (req, res) => {
  const name = `${req.params.package}/${req.params.filename}`;
  if (!listedFiles().includes(name)) return res.sendStatus(404);
  res.sendFile(path.join('packages', name));
});

// What a client sends is read, not answered.
app.get('/lines/:name', (req, res) => {
  const text = fs.readFileSync(path.join('texts', path.basename(req.params.name)), 'utf8');
  res.json({ lines: text.split('\n').length });
});

function requireUser(req, res, next) {
  try {
    req.user = jwt.verify((req.headers.authorization || '').slice(7), process.env.JWT_SECRET, { algorithms: ['HS256'] });
  } catch (error) {
    return res.sendStatus(401);
  }
  next();
}

app.get('/invoices/:file', requireUser, (req, res) => res.sendFile(req.params.file, { root: 'invoices' }));

// In the handler.
app.get('/exports/:id', async (req, res) => {
  if (!req.session.user) return res.status(401).end();
  const { rows } = await pool.query('SELECT path FROM exports WHERE id = $1 AND owner = $2', [req.params.id, req.session.user.id]);
  res.download(rows[0].path);
});

// A link that was signed for a short time.
app.get('/shared/:token', (req, res) => {
  let claims;
  try {
    claims = jwt.verify(req.params.token, process.env.LINK_SECRET, { algorithms: ['HS256'] });
  } catch (error) {
    return res.sendStatus(403);
  }
  res.sendFile(claims.file, { root: 'files' });
});

app.use(requireUser);
app.get('/contracts/:name', (req, res) => {
  fs.createReadStream(path.join('contracts', path.basename(req.params.name))).pipe(res);
});

app.listen(3000);
