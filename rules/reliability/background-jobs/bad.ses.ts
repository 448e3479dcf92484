import express from 'express';
import { SES, SESClient, SendEmailCommand, VerifyEmailIdentityCommand } from '@aws-sdk/client-ses';

const client = new SESClient({ region: 'eu-west-1' });
const ses = new SES({ region: 'eu-west-1' });
const app = express();

function letterTo(email: string) {
  return { Source: 'team@example.com', Destination: { ToAddresses: [email] }, Message: { Subject: { Data: 'Welcome' }, Body: { Text: { Data: 'Welcome' } } } };
}

app.post('/invitations', async (req, res) => {
  // expect: background-jobs
  await client.send(new SendEmailCommand(letterTo(req.body.email)));
  res.sendStatus(202);
});

app.post('/reminders', async (req, res) => {
  // expect: background-jobs
  await ses.sendEmail(letterTo(req.body.email));
  res.sendStatus(202);
});

app.post('/addresses', async (req, res) => {
  await client.send(new VerifyEmailIdentityCommand({ EmailAddress: req.body.email }));
  res.sendStatus(202);
});
