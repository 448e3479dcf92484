// Guards that leave paths out in their own code: what is not among the known ones is guarded, of the others nobody can tell.
const express = require('express');
const { expressjwt } = require('express-jwt');
const { Pool } = require('pg');
const { openPaths } = require('./settings-not-in-sight');

const pool = new Pool();
const OPEN = ['/login', '/catalogue'];

const listed = express();
listed.use((req, res, next) => {
  if (OPEN.includes(req.path)) return next();
  if (!req.headers.authorization) return res.status(401).end();
  next();
});
listed.post('/orders', write);
listed.post('/catalogue', write);

const unknownList = express();
unknownList.use(function (req, res, next) {
  if (openPaths.some((path) => req.originalUrl.startsWith(path))) {
    next();
    return;
  }
  if (!req.headers.authorization) return res.status(401).end();
  next();
});
unknownList.post('/orders', write);

const bearing = express();
bearing.use(expressjwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'] }).unless({ path: ['/token', '/prices'] }));
bearing.post('/orders', write);
bearing.post('/prices', write);

async function write(req, res) {
  await pool.query('INSERT INTO orders (name) VALUES ($1)', [req.body.name]);
  res.sendStatus(201);
}

listed.listen(3000);
