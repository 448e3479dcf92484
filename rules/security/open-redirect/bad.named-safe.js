const express = require('express');
const app = express();

// Says that it is safe, and looks at nothing.
function safeRedirect(target, fallback = '/dashboard') {
  return target || fallback;
}
const sanitizeUrl = (url) => String(url).trim();

app.get('/go', (req, res) => {
  // expect: open-redirect
  res.redirect(safeRedirect(req.query.next, '/home'));
});
app.get('/out', (req, res) => {
  // expect: open-redirect
  res.redirect(sanitizeUrl(req.query.next));
});
