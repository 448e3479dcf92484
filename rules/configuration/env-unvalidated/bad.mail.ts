import nodemailer from 'nodemailer';

export const transport = nodemailer.createTransport({
  // expect: env-unvalidated P1
  host: process.env.SMTP_HOST,
  // Listed, not counted: a server may ask for neither.
  // expect: env-unvalidated P2
  port: Number(process.env.SMTP_PORT),
  // expect: env-unvalidated P2
  auth: { user: `${process.env.SMTP_USER}`, pass: 'none' },
});

export async function remind(to: string): Promise<void> {
  // Nothing else says where mail is sent.
  // expect: env-unvalidated P1
  await transport.sendMail({ to, subject: `${process.env.SITE_URL}` });
}
