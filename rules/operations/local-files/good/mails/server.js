const fs = require('fs');
const express = require('express');
const mails = require('./mails');
const app = express();
app.use(express.json());
app.post('/invitations', async (req, res) => { await mails.invite(req.body); res.sendStatus(202); });
app.post('/admin/settings', (req, res) => {
  fs.writeFile(__dirname + '/../settings/.env', `TITLE=${req.body.title}`, () => res.end());
});
app.listen(3000);
