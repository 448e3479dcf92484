const express = require('express');
const session = require('express-session');
const { RedisStore } = require('connect-redis');
const { createClient } = require('redis');

const app = express();
if (process.env.REDIS_URL) {
  const client = createClient({ url: process.env.REDIS_URL, socket: { socketTimeout: 2000 } });
  app.use(session({ secret: process.env.SESSION_SECRET, store: new RedisStore({ client }) }));
} else {
  // Listed, not counted: whoever deploys it chose.
  // expect: in-memory-state P3
  app.use(session({ secret: process.env.SESSION_SECRET }));
}
app.get('/', (_request, response) => response.json({}));
app.listen(3000);
