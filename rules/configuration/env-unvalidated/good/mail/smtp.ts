import nodemailer from 'nodemailer';

// Only ever called where SMTP_HOST is set: these belong to the same integration.
export async function send(message: { to: string }): Promise<void> {
  const transport = nodemailer.createTransport({ host: process.env.SMTP_HOST, auth: { user: process.env.SMTP_USER, pass: process.env.SMTP_PASSWORD } });
  await transport.sendMail(message);
}
