// Chains that look at another field, or whose outcome nobody asks for.
import express from 'express';
import { body, validationResult } from 'express-validator';

const app = express();
app.use(express.urlencoded({ extended: false }));
const schema = { toggle: { validate: body('toggle').isIn(['true', 'false']) } };

app.post('/settings', async (req, res) => {
  await schema.toggle.validate.run(req);
  const errors = validationResult(req);
  if (!errors.isEmpty()) return res.status(400).json({ errors: errors.array() });
  // expect: log-injection
  console.log(`Updated by ${req.body.name}`);
  res.sendStatus(204);
});

app.post('/unasked', async (req, res) => {
  await schema.toggle.validate.run(req);
  // expect: log-injection
  console.log(`Updated to ${req.body.toggle}`);
  res.sendStatus(204);
});
