const express = require('express');
const redis = require('./redis');
const app = express();

const hits = new Map();
function throttle(req, res, next) {
  const entry = hits.get(req.ip) || { count: 0, from: Date.now() };
  if (Date.now() - entry.from > 60000) {
    entry.count = 0;
    entry.from = Date.now();
  }
  entry.count += 1;
  hits.set(req.ip, entry);
  if (entry.count > 100) return res.status(429).json({ error: 'Too many requests' });
  next();
}

async function countInRedis(key) {
  const count = await redis.incr(key);
  if (count === 1) await redis.expire(key, 60);
  return count;
}

const perMinute = (max) => async (req, res, next) => {
  if ((await countInRedis(`limit:${req.ip}`)) > max) {
    const error = new Error('Too many requests');
    error.status = 429;
    return next(error);
  }
  next();
};

app.post('/login', throttle, (req, res) => res.end());
app.get('/search', perMinute(30), (req, res) => res.json([]));

app.post('/verify', async (req, res) => {
  const attempts = await countInRedis(`verify:${req.body.email}`);
  if (attempts > 5) return res.sendStatus(429);
  res.end();
});
