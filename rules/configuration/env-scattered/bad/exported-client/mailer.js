const nodemailer = require('nodemailer');

// What is exported is a client; its settings stand with it.
module.exports = nodemailer.createTransport({
  // expect: env-scattered
  host: process.env.SMTP_HOST,
  // expect: env-scattered
  auth: { user: process.env.SMTP_USER,
    // expect: env-scattered
    pass: process.env.SMTP_PASS },
});
