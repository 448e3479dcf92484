import Redis from 'ioredis';
import fp from 'fastify-plugin';
import postgres from '@fastify/postgres';
import redis from '@fastify/redis';
import mongodb from '@fastify/mongodb';

export default fp(async (fastify) => {
  // ok: timeout-datastore
  fastify.register(postgres, { connectionString: process.env.DATABASE_URL, connectionTimeoutMillis: 3000, statement_timeout: 5000 });
  // ok: timeout-datastore
  fastify.register(mongodb, { url: process.env.MONGO_URL, socketTimeoutMS: 10000 });
  // ok: timeout-datastore
  const client = new Redis(process.env.REDIS_URL, { connectTimeout: 3000, commandTimeout: 1000 });
  fastify.register(redis, { client });
});
