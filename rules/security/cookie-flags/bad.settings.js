// How something is shown is told with little weight; who somebody is, with all.
const express = require('express');
const app = express();

app.post('/settings', (req, res) => {
  // expect: cookie-flags P2
  res.cookie('user-settings', JSON.stringify(req.body));
  // expect: cookie-flags P2
  res.cookie('workspace-slug', req.body.slug);
  // expect: cookie-flags P2
  res.cookie('mock-session', '1');
  // expect: cookie-flags P1
  res.cookie('user', JSON.stringify(req.user));
  // expect: cookie-flags P1
  res.cookie('settings_token', req.body.token);
  res.end();
});
