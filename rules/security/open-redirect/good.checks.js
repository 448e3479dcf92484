// Whether these let another site through cannot be told: they compare what they do not name.
const app = require('express')();

function isValidInternalRedirect({ redirectPath, currentUrl }) {
  try {
    return new URL(redirectPath, currentUrl).origin === new URL(currentUrl).origin;
  } catch {
    return false;
  }
}
app.get('/login', (req, res) => {
  const redirectPath = req.query.next;
  if (redirectPath && isValidInternalRedirect({ redirectPath, currentUrl: req.url })) {
    // ok: open-redirect
    return res.redirect(redirectPath);
  }
  res.redirect('/');
});
