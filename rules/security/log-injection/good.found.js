const express = require('express');
const { Pool } = require('pg');
const winston = require('winston');
const users = require('./users');

const app = express();
app.use(express.json());
const pool = new Pool();

const local = process.env.IS_LOCAL === 'true';
const logger = winston.createLogger({ format: winston.format.json() });
if (process.env.NODE_ENV !== 'production') logger.add(new winston.transports.Console({ format: winston.format.simple() }));
const other = winston.createLogger({ transports: [local ? new winston.transports.Console({ format: winston.format.simple() }) : new winston.transports.File({ filename: 'x' })] });

app.post('/forgot', async (req, res) => {
  const { email } = req.body;
  const user = await users.findByEmail(email);
  if (!user) return res.sendStatus(204);
  console.log(`reset asked for by ${email}`);
  res.sendStatus(204);
});

app.post('/confirm', async (req, res) => {
  const { email, code } = req.body;
  const result = await pool.query('SELECT * FROM verification WHERE email = $1 AND code = $2', [email, code]);
  if (result.rows.length === 0) throw new Error('wrong code');
  console.log(`confirmed ${email}`);
  res.end();
});

app.post('/invite', async (req, res) => {
  const { email } = req.body;
  const exists = await users.checkUserExists(email);
  if (!exists) return res.sendStatus(404);
  console.log(`invited ${email}`);
  logger.info('invited ' + req.body.name);
  other.info('invited ' + req.body.name);
  res.end();
});

app.post('/mail', async (req, res) => {
  const { email } = req.body;
  await req.app.mailer.sendMail({ to: email, subject: 'Welcome' });
  console.log(`mailed to ${email}`);
  res.end();
});

app.get('/place', (req, res) => {
  // A long name is read in one go.
  if (!users.getAddressOfClientFromHeadersThatAreForwardedForUs(req.query.place)) return res.end();
  res.end();
});
