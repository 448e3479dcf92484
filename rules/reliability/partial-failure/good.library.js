const Redis = require('ioredis');

// A library's: those who get it listen.
function createClient(options) {
  const client = new Redis(options);
  client.ping = async () => (await client.get('ping')) ?? 'PONG';
  return client;
}

module.exports = { createClient };
