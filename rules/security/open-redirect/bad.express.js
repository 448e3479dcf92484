const express = require('express');
const url = require('url');

const app = express();

app.get('/login', (req, res) => {
  // expect: open-redirect P1
  res.redirect(req.query.next);
  // expect: open-redirect
  res.redirect(302, req.query.next);
  // expect: open-redirect
  res.redirect(req.query.next || '/');
  // expect: open-redirect
  res.redirect(`https://${req.query.site}/welcome`);
  // expect: open-redirect
  res.status(302).location(req.query.next);
  // expect: open-redirect
  res.setHeader('Location', req.query.next);
  // expect: open-redirect
  res.set('Location', req.query.next);
  // expect: open-redirect
  res.writeHead(302, { Location: req.query.next });
  // A subdomain of the client's choice, and a host that goes on.
  // expect: open-redirect
  res.redirect('https://example.com' + req.query.path);
  // expect: open-redirect
  res.redirect('//' + req.query.host);
  // expect: open-redirect
  res.redirect(decodeURIComponent(req.query.next));
});

app.post('/login', function (req, res) {
  var target = req.body.returnTo;
  if (!target) {
    target = '/home';
  }
  // expect: open-redirect
  return res.redirect(target);
});

app.get('/go/:target', (req, res) => {
  const target = url.resolve('https://example.com', req.params.target);
  // expect: open-redirect
  res.redirect(target);
});

// On a router, through a helper.
const router = express.Router();
function goTo(res, to) {
  // expect: open-redirect
  res.redirect(303, to);
}
router.get('/out', (req, res) => goTo(res, req.query.to));
app.use(router);
