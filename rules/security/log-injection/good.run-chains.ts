// Chains that a handler runs itself, and whose outcome it asks for.
import express from 'express';
import { body, validationResult } from 'express-validator';

const app = express();
app.use(express.urlencoded({ extended: false }));
const schema = { toggle: { validate: body('toggle').isIn(['true', 'false']).withMessage('Select an option') } };

app.post('/settings', async (req, res) => {
  await schema.toggle.validate.run(req);
  const errors = validationResult(req);
  if (!errors.isEmpty()) return res.status(400).json({ errors: errors.array() });
  // ok: log-injection
  console.log(`Updated to ${req.body.toggle}`);
  res.sendStatus(204);
});
