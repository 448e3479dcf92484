const express = require('express');
const { Pool } = require('pg');
const winston = require('winston');
const users = require('./users');

const app = express();
app.use(express.json());
const pool = new Pool();
const logger = winston.createLogger({ format: winston.format.json() });
if (process.env.NODE_ENV === 'production') logger.add(new winston.transports.File({ filename: 'app.log', format: winston.format.simple() }));

app.post('/forgot', async (req, res) => {
  const { email } = req.body;
  const user = await users.findByEmail(email);
  if (!user) {
    // expect: log-injection P2
    console.log(`reset asked for nobody: ${email}`);
    return res.sendStatus(204);
  }
  res.sendStatus(204);
});

app.post('/confirm', async (req, res) => {
  const { email, code, note } = req.body;
  // expect: log-injection P2
  console.log(`asked to confirm ${email}`);
  const result = await pool.query('SELECT * FROM verification WHERE email = $1 AND code = $2', [email, code]);
  if (result.rows.length === 0) {
    // expect: log-injection P2
    console.log(`wrong code for ${email}`);
    return res.sendStatus(400);
  }
  await pool.query('INSERT INTO notes (note) VALUES ($1)', [note]);
  // expect: log-injection P2
  console.log(`noted ${note}`);
  res.end();
});

app.post('/mail', async (req, res) => {
  const { email, subject } = req.body;
  try {
    await req.app.mailer.sendMail({ to: email, subject });
    // expect: log-injection P2
    console.log(`mailed ${subject}`);
  } catch (error) {
    // expect: log-injection P2
    console.log(`could not mail to ${email}`);
  }
  // expect: log-injection P2
  logger.info('mailed ' + subject);
  res.end();
});

app.post('/login', async (req, res) => {
  const { email } = req.body;
  try {
    const found = await signIn(email, req.body.password);
    res.json(found);
  } catch (error) {
    // What failed may be that there is nobody of this name.
    // expect: log-injection P2
    console.log(`no login for ${email}`);
    throw error;
  }
});
async function signIn(email, password) {
  const user = await users.findByEmail(email);
  if (!user) throw new Error('nobody');
  return user.check(password);
}
