const express = require('express');
const app = express();
app.use(express.text());

app.post('/hooks', (req, res) => {
  const event = JSON.parse(req.body);
  // expect: log-injection
  console.log(`event ${event.type} of ${event.sender}`);
  res.end();
});
