const fs = require('fs');
const express = require('express');
const nodemailer = require('nodemailer');
const app = express();
app.use(express.json());
const transport = nodemailer.createTransport({ host: 'mail.example.com' });
app.post('/applications', async (req, res) => {
  // expect: local-files
  fs.writeFileSync('./applications/' + Date.now() + '.txt', req.body.letter);
  await transport.sendMail({ to: 'jobs@example.com', subject: 'Application', text: 'A new one' });
  res.sendStatus(201);
});
app.listen(3000);
