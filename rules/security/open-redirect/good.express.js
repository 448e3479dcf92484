const express = require('express');

const jwt = require('jsonwebtoken');
const storage = require('./storage');

const app = express();
const PAGES = { home: '/home', shop: 'https://shop.example.com' };

app.get('/login', (req, res) => {
  // ok: open-redirect
  res.redirect('/home');
  // ok: open-redirect
  res.redirect(`/users/${req.params.id}`);
  // ok: open-redirect
  res.redirect('/login?next=' + encodeURIComponent(req.query.next));
  // ok: open-redirect
  res.redirect('https://example.com/search?q=' + req.query.q);
  // ok: open-redirect
  res.redirect(process.env.APP_URL + '/invite/' + req.query.token);
  // ok: open-redirect
  res.redirect(PAGES[req.query.page] || '/');
  // ok: open-redirect
  res.redirect(req.query.shop ? PAGES.shop : PAGES.home);
  // ok: open-redirect
  res.status(201).location(`/orders/${req.body.id}`);
  // ok: open-redirect
  res.redirect(Number(req.query.code), '/');
});

// To the same page, over https or with a slash.
app.use((req, res, next) => {
  if (req.secure) return next();
  // ok: open-redirect
  res.redirect('https://' + req.headers.host + req.url);
});
app.use((req, res) => {
  // ok: open-redirect
  res.redirect(301, req.originalUrl + '/');
});

// Back to the page that the browser comes from.
app.post('/theme', (req, res) => {
  // ok: open-redirect
  res.redirect(req.get('Referrer') || '/');
  // ok: open-redirect
  res.redirect('back');
});

app.get('/out', (req, res) => {
  const to = req.query.to;
  if (!['https://partner.example.com', '/home'].includes(to)) return res.sendStatus(400);
  // ok: open-redirect
  res.redirect(to);
});

// A place in a document and a key in a map are no header.
app.post('/places', (req, res) => {
  const places = new Map();
  // ok: open-redirect
  places.set('location', req.body.location);
  res.json({ location: req.body.location });
});

// The address that belongs to a key was written by somebody else.
app.get('/files/:key', async (req, res) => {
  // ok: open-redirect
  res.redirect(await storage.getSignedUrl({ Key: req.params.key }));
  const link = await storage.findLink(req.params.key);
  // ok: open-redirect
  res.redirect(link.url);
});

// What is in a token was chosen by who signed it.
app.get('/confirm', (req, res) => {
  const { returnTo } = jwt.verify(req.query.token, process.env.JWT_KEY, { algorithms: ['HS256'] });
  // ok: open-redirect
  res.redirect(returnTo);
});
