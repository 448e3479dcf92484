import Fastify from 'fastify';
import redis from '@fastify/redis';
import mongodb from '@fastify/mongodb';

const app = Fastify();
// They are ready when they are connected.
app.register(redis, { url: process.env.REDIS_URL });
app.register(mongodb, { url: process.env.MONGO_URL });
app.get('/ready', async () => ({ ok: true }));
app.listen({ port: 3000 });
