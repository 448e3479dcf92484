import { Worker } from 'bullmq';
import nodemailer from 'nodemailer';

const transporter = nodemailer.createTransport({ host: 'smtp.mail.example' });

new Worker('mails', async (job) => {
  await transporter.sendMail({ to: job.data.to, subject: 'Welcome' });
});
