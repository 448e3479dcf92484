import express from 'express';
const app = express();
app.use(express.json());
// Both answer nobody but those who work on the program.
const mailboxes: { name: string }[] = [];
const drafts: string[] = [];

function isDevMockEnabled(): boolean {
  return process.env.DEV_MOCK_MAIL === 'true';
}

app.post('/dev/mailboxes', (req, res) => {
  if (!isDevMockEnabled()) {
    return res.status(404).json({ error: 'off' });
  }
  mailboxes.push({ name: req.body.name });
  return res.json(mailboxes);
});
app.post('/dev/drafts', (req, res) => {
  if (process.env.NODE_ENV === 'production') throw new Error('not here');
  drafts.push(req.body.text);
  res.json(drafts);
});
app.listen(3000);
