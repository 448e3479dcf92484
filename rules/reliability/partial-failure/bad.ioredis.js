const Redis = require('ioredis');

// expect: partial-failure P3
const cache = new Redis(process.env.REDIS_URL);

async function session(token) {
  return JSON.parse(await cache.get(`session:${token}`));
}

module.exports = { session };
