// What a URL's parser gives as its parts is percent-encoded; the search parameters are not.
const app = require('express')();

app.get('/old', (req, res) => {
  const target = '/new' + new URL(req.url, 'http://localhost').search;
  res.status(302).send(`<a href="${target}">moved</a>`);
});

app.get('/authorize', (req, res) => {
  const given = new URLSearchParams({ state: String(req.query.state), scope: 'read' });
  // ok: reflected-input
  res.send(`https://partner.example.com/oauth/authorize?${given.toString()}`);
});
