// What passes messages on between servers: nobody waits for the one, and the other waits on purpose.
import { createAdapter } from '@socket.io/redis-adapter';
import { RedisPubSub } from 'graphql-redis-subscriptions';
import Redis from 'ioredis';
import { Server } from 'socket.io';

const publisher = new Redis(process.env.REDIS_URL!);
const subscriber = new Redis(process.env.REDIS_URL!);

export const io = new Server(3000, { adapter: createAdapter(publisher, subscriber) });

export const subscriptions = new RedisPubSub({
  publisher: new Redis({ host: 'redis' }),
  subscriber: new Redis({ host: 'redis' }),
});
