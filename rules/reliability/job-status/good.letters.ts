import express from 'express';
import { Queue } from 'bullmq';

const app = express();
const mails = new Queue('mails', { connection: { host: 'redis' } });
const rebuilds = new Queue('rebuilds', { connection: { host: 'redis' } });

// Nobody asks how far a letter is.
app.post('/register', async (req, res) => {
  await mails.add('welcome-mail', { to: req.body.email });
  res.sendStatus(202);
});

// No request waits for what a schedule puts in.
setInterval(() => rebuilds.add('rebuild', {}), 3_600_000);

app.listen(3000);
