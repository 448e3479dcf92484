import Fastify from 'fastify';
import fp from 'fastify-plugin';
import postgres from '@fastify/postgres';
import redis from '@fastify/redis';
import mongodb from '@fastify/mongodb';

export default fp(async (fastify) => {
  // expect: timeout-datastore P1
  fastify.register(postgres, { connectionString: process.env.DATABASE_URL });
  // expect: timeout-datastore P2
  fastify.register(redis, { host: 'cache.internal' });
});

const app = Fastify();
// expect: timeout-datastore P2
app.register(mongodb, { url: 'mongodb://db.internal/notes' });
