const Redis = require('ioredis');
const { load } = require('./load');

const heard = new Redis(process.env.REDIS_URL);
heard.on('error', (error) => console.error(error));

// What it fails to give is loaded.
const guarded = new Redis(process.env.CACHE_URL);

async function session(token) {
  try {
    const kept = await guarded.get(token);
    if (kept) return JSON.parse(kept);
  } catch (error) {
    console.warn(error);
  }
  return load(token);
}

// Who uses it cannot be seen.
const exported = new Redis(process.env.SHARED_URL);

// The chain catches it.
const counted = new Redis(process.env.COUNTERS_URL);
const seen = (id) => counted.get(id).catch(() => null);

module.exports = { session, heard, exported, seen };
