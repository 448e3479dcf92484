const express = require('express');

const app = express();
app.get('/start', (req, res) => {
  // expect: env-unvalidated P1
  res.redirect(`${process.env.CONSOLE_URL}/start`);
});
app.listen(3000);
