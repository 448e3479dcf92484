const fs = require('fs');
const nodemailer = require('nodemailer');
const transport = nodemailer.createTransport({ host: 'mail.example.com' });
exports.invite = async ({ to, name }) => {
  const html = `<p>Welcome, ${name}</p>`;
  fs.writeFileSync('./last.html', html);
  await transport.sendMail({ to, subject: 'Welcome', html });
};
