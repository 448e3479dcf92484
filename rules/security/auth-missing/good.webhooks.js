// A middleware of a library that refuses what its service has not signed.
const express = require('express');
const twilio = require('twilio');
const knex = require('knex')({ client: 'pg' });

const app = express();
app.post('/sms/incoming', express.urlencoded({ extended: false }), twilio.webhook(), async (req, res) => {
  await knex('messages').insert({ sid: req.body.MessageSid, text: req.body.Body });
  res.type('text/xml').send('<Response/>');
});
