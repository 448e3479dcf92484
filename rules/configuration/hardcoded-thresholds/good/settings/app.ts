import express from 'express';
import rateLimit from 'express-rate-limit';
import bcrypt from 'bcrypt';
import { limits } from './config';

const app = express();
// ok: hardcoded-thresholds
app.use(rateLimit(limits.api));
app.post('/register', async (req, res) => {
  res.json({ hash: await bcrypt.hash(String(req.body.password), limits.rounds) });
});
app.listen(3000);
