const express = require('express');
const os = require('os');
const mongoose = require('mongoose');
const config = require('./config');
const pkg = require('../package.json');
const { pool } = require('./db');

const app = express();

// expect: health-detail-exposed P2
app.get('/health', function (req, res) {
  res.json({ status: 'ok', uptime: process.uptime(), memory: process.memoryUsage(), hostname: os.hostname() });
});

// expect: health-detail-exposed P1
app.get('/api/status', (req, res) => {
  res.json({ ok: true, env: process.env });
});

// expect: health-detail-exposed P2
app.get('/info', (req, res) => {
  res.send({ node: process.version, platform: process.platform });
});

// expect: health-detail-exposed P2
app.get('/healthz', async (req, res) => {
  try {
    await pool.query('select 1');
    res.json({ status: 'up' });
  } catch (err) {
    res.status(503).json({ status: 'down', error: err.message });
  }
});

// expect: health-detail-exposed P2
app.get('/ready', (req, res) => {
  const details = { state: mongoose.connection.readyState, host: mongoose.connection.host, database: config.db.url };
  res.json(details);
});

// expect: health-detail-exposed P2
app.get('/api/v1/health/config', (req, res) => res.json(config));

// expect: health-detail-exposed P3
app.get('/version', (req, res) => res.json({ version: pkg.version, environment: process.env.NODE_ENV }));

// expect: health-detail-exposed P2
app.get('/live', (req, res) => {
  const memory = process.memoryUsage();
  res.json({ alive: true, rss: Math.round(memory.rss / 1024), heap: memory.heapUsed, database: process.env.DATABASE_URL });
});

module.exports = app;

// Where it runs and which version: release, and no more.
const env = require('./env');
// expect: health-detail-exposed P3
app.get('/ping', (req, res) => res.json({ ping: 'pong', region: env.FLY_REGION, version: env.CODE_VERSION }));
