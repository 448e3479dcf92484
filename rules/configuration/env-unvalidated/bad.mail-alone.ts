import nodemailer from 'nodemailer';

// The only settings of the mail: without them nothing is sent.
export const transport = nodemailer.createTransport({
  service: 'gmail',
  // expect: env-unvalidated P1
  auth: { user: `${process.env.EMAIL_ADDRESS}`, pass: `${process.env.EMAIL_PASSWORD}` },
});
